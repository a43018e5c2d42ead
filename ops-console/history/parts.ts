import type { Knex } from 'knex'
import { LEVELS, tableOf, type Level, type RolledLevel } from './levels.ts'
import type { DevicePlace } from './place.ts'

/** A stretch of time answered by one level. */
export interface Part {
  level: Level
  from: Date
  to: Date
}

/**
 * Divides a range between a level and the finer ones: what is not summed up yet comes from below, so that nothing of
 * the last minutes is missing and nothing is counted twice.
 */
export async function partsOf(knex: Knex, level: Level, from: Date, to: Date): Promise<Part[]> {
  const marks = new Map<string, Date>(
    (await knex('ops_console.ops_console_rollup_marks').select('level', 'done_until')).map((row) => [
      row.level,
      row.done_until,
    ])
  )
  return divide(marks, level, from, to)
}

/** @see partsOf; `marks`: until when each level is summed up */
export function divide(marks: ReadonlyMap<string, Date>, level: Level, from: Date, to: Date): Part[] {
  const parts: Part[] = []
  let begin = from
  let at: Level = level
  while (at !== 'raw' && begin < to) {
    const done = marks.get(at) ?? new Date(0)
    const end = done < to ? done : to
    if (end > begin) {
      parts.push({ level: at, from: begin, to: end })
      begin = end
    }
    at = LEVELS.find((rule) => rule.level === (at as RolledLevel))!.from
  }
  if (begin < to) parts.push({ level: 'raw', from: begin, to })
  return parts
}

/**
 * SQL of one row for each kept row and name: `at, name, total, known, least, most`. Names asked for are `:names`; null
 * asks for all.
 */
export function valuesOf(parts: readonly Part[], { tenantId, deviceId }: DevicePlace) {
  const bindings: Record<string, unknown> = { tenant: tenantId, device: deviceId }
  const branches = parts.map(({ level, from, to }, index) => {
    bindings[`from${index}`] = from
    bindings[`to${index}`] = to
    return level === 'raw' ? polls(index) : rolled(level, index)
  })
  return { sql: branches.join(' union all '), bindings }
}

const within = (index: number) =>
  `k.tenant_id = :tenant and k.device_id = :device and k.at >= :from${index} and k.at < :to${index}`

const PLACES = `
  join ops_console.ops_console_layouts l on l.id = k.layout_id
  cross join lateral (
    select name, place from unnest(l.names) with ordinality as n (name, place)
    where :names::text[] is null or name = any(:names::text[])
  ) n`

const polls = (index: number) => `
  select k.at, n.name, k.values[n.place] as total, 1 as known, k.values[n.place] as least, k.values[n.place] as most
  from ${tableOf('raw')} k ${PLACES} where ${within(index)} and k.values[n.place] is not null`

const rolled = (level: Level, index: number) => `
  select k.at, n.name, k.sums[n.place] as total, coalesce(k.counts[n.place], 1) as known,
    (coalesce(k.mins, k.sums))[n.place] as least, (coalesce(k.maxs, k.sums))[n.place] as most
  from ${tableOf(level)} k ${PLACES} where ${within(index)} and k.sums[n.place] is not null`
