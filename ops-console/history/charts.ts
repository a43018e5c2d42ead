import type { Knex } from 'knex'
import type { DevicePlace } from './place.ts'
import { seriesRange, weekBefore, type SeriesRange, type SeriesRow } from './series.ts'

export interface Charted extends SeriesRange {
  from: string
  to: string
  /** The same hours a week before, moved onto the range; null when not asked for. */
  before: SeriesRow[] | null
}

interface Wanted {
  from: Date
  to: Date
  week: boolean
}

const SHORTEST_STEP_MS = 10_000
const POINTS = 361

/** Metrics as charts draw them, beside the week before if that is wanted. */
export async function compared(
  knex: Knex,
  place: DevicePlace,
  metrics: readonly string[],
  { from, to, week }: Wanted
): Promise<Charted> {
  const most = Math.max(1, Math.min(POINTS, Math.floor((to.getTime() - from.getTime()) / SHORTEST_STEP_MS)))
  const now = await seriesRange(knex, place, metrics, from, to, most)
  const then = week && (await seriesRange(knex, place, metrics, weekBefore(from), weekBefore(to), most))
  const before = then ? then.rows.map((row) => ({ ...row, at: weekLater(row.at) })) : null
  return { from: from.toISOString(), to: to.toISOString(), ...now, before }
}

const weekLater = (at: string) => new Date(Date.parse(at) + 7 * 86_400_000).toISOString()
