import type { Knex } from 'knex'
import type { DevicePlace } from './place.ts'
import { seriesRange, type SeriesValue } from './series.ts'

/** A point of a chart; null is a gap. `peakInBps`/`peakOutBps` keep what averaging would hide. */
export interface RangePoint {
  at: string
  inBps: number | null
  outBps: number | null
  peakInBps: number | null
  peakOutBps: number | null
  sessions: number | null
  cpuMgmt: number | null
  cpuData: number | null
  latencyMs: number | null
  rxDbm: number | null
}

const AVERAGED = ['inBps', 'outBps', 'sessions', 'cpuMgmt', 'cpuData', 'latencyMs', 'rxDbm'] as const
const SHORTEST_STEP_MS = 10_000

/** What the charts of a device show between two instants, in at most `points` equal steps; a step without is nulls. */
export async function sampleRange(
  knex: Knex,
  place: DevicePlace,
  from: Date,
  to: Date,
  points = 361
): Promise<RangePoint[]> {
  const most = Math.max(1, Math.min(points, Math.floor((to.getTime() - from.getTime()) / SHORTEST_STEP_MS)))
  const { rows } = await seriesRange(knex, place, AVERAGED, from, to, most)
  return rows.map((row) => {
    const value = (name: string) => row[name] as SeriesValue | null
    const averages = AVERAGED.map((name) => [name, value(name)?.avg ?? null])
    return {
      ...{ at: row.at, peakInBps: value('inBps')?.max ?? null, peakOutBps: value('outBps')?.max ?? null },
      ...(Object.fromEntries(averages) as Record<(typeof AVERAGED)[number], number | null>),
      sessions: rounded(value('sessions')?.avg),
    }
  })
}

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value))
