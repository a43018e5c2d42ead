import type { Knex } from 'knex'
import type { MetricName, MetricValues } from '#ops/health/metrics'
import { tableOf, type Level } from './levels.ts'
import { partsOf, valuesOf } from './parts.ts'
import type { DevicePlace } from './place.ts'
import { levelFor, stepFor } from './steps.ts'

export interface SeriesValue {
  avg: number
  min: number
  max: number
}

/** One step of a chart: by metric what was measured in it, null where nothing was. */
export type SeriesRow = { at: string } & Record<string, SeriesValue | null | string>

export interface SeriesRange {
  /** Seconds. */
  step: number
  /** The coarsest level that was read. */
  level: Level
  rows: SeriesRow[]
}

/**
 * Metrics of an entity in equal steps, at most `points` of them (one more where the range begins inside a step), from the
 * level of history that fits. A step without a value is null, so that a chart shows the gap. Averages are over single
 * measurements. Works in a request's transaction; row-level security narrows it.
 *
 * @example
 * const today = await seriesRange(scopedKnex(), place, ['inBps', 'outBps'], from, to)
 * const lastWeek = await seriesRange(scopedKnex(), place, ['inBps'], weekBefore(from), weekBefore(to))
 */
export async function seriesRange(
  knex: Knex,
  place: DevicePlace,
  names: readonly (MetricName | (string & {}))[],
  from: Date,
  to: Date,
  points = 300
): Promise<SeriesRange> {
  const { level, step } = levelFor(stepFor(from, to, points), from)
  const begin = new Date(Math.floor(from.getTime() / 1000 / step) * step * 1000)
  const { sql, bindings } = valuesOf(await partsOf(knex, level, begin, to), place)
  const found = new Map<number, Map<string, SeriesValue>>()
  if (sql) {
    const { rows } = await knex.raw(
      `select date_bin(make_interval(secs => :step), at, timestamptz 'epoch') as at, name,
         sum(total) / sum(known) as avg, min(least) as min, max(most) as max from (${sql}) as kept group by 1, 2`,
      { ...bindings, step, names: [...names] }
    )
    for (const { at, name, avg, min, max } of rows) {
      const ofStep = found.get(at.getTime()) ?? new Map<string, SeriesValue>()
      found.set(at.getTime(), ofStep.set(name, { avg, min, max }))
    }
  }
  const rows: SeriesRow[] = []
  for (let at = begin.getTime(); at < to.getTime(); at += step * 1000) {
    const values = names.map((name) => [name, found.get(at)?.get(name) ?? null])
    rows.push({ at: new Date(at).toISOString(), ...Object.fromEntries(values) })
  }
  return { step, level, rows }
}

/** Same hour of the week before: the range to compare with. */
export const weekBefore = (at: Date) => new Date(at.getTime() - 7 * 86_400_000)

export interface Latest {
  at: string
  answered: boolean
  values: MetricValues
}

/** The last poll of an entity within the days of single polls; null when there is none. */
export async function latest(knex: Knex, { tenantId, deviceId }: DevicePlace): Promise<Latest | null> {
  const row = await knex('ops_console.ops_console_samples as s')
    .join('ops_console.ops_console_layouts as l', 'l.id', 's.layout_id')
    .where({ tenant_id: tenantId, device_id: deviceId })
    .orderBy('at', 'desc')
    .first('s.at', 's.answered', 's.values', 'l.names')
  if (!row) return null
  const values = row.names.map((name: string, index: number) => [name, row.values?.[index] ?? null])
  return { at: row.at.toISOString(), answered: row.answered, values: Object.fromEntries(values) }
}

/** Which metrics of an entity have a value between two instants, by name. */
export async function metricsOf(knex: Knex, place: DevicePlace, from: Date, to: Date): Promise<string[]> {
  const { level } = levelFor(stepFor(from, to, 300), from)
  const { sql, bindings } = valuesOf(await partsOf(knex, level, from, to), place)
  if (!sql) return []
  const { rows } = await knex.raw(`select distinct name from (${sql}) as kept order by name`, {
    ...bindings,
    names: null,
  })
  return rows.map(({ name }: { name: string }) => name)
}

/** Share of polls that were answered between two instants, from 0 to 1; null when there were none. */
export async function answeredShare(
  knex: Knex,
  place: DevicePlace,
  from: Date,
  to: Date
): Promise<number | null> {
  const { level } = levelFor(stepFor(from, to, 300), from)
  let [asked, answered] = [0, 0]
  for (const part of await partsOf(knex, level, from, to)) {
    const counted =
      part.level === 'raw' ? 'count(*), count(*) filter (where answered)' : 'sum(polls), sum(answered)'
    const { rows } = await knex.raw(
      `select array[${counted}]::integer[] as counts from ${tableOf(part.level)}
       where tenant_id = ? and device_id = ? and at >= ? and at < ?`,
      [place.tenantId, place.deviceId, part.from, part.to]
    )
    asked += rows[0].counts[0] ?? 0
    answered += rows[0].counts[1] ?? 0
  }
  return asked ? answered / asked : null
}
