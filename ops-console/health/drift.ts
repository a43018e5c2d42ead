/** Means of received optical power by day (UTC), oldest first; the last one is still growing. */
export interface DriftMemory {
  /** Milliseconds since 1970 of the latest reading that was taken in. */
  at: number
  days: { day: number; sum: number; count: number }[]
}

const DAY_MS = 86_400_000
const WEEK = 7
/** A reading every ten minutes is enough for a daily mean. */
const EVERY_MS = 600_000
const FEWEST_DAYS = 4

/** One reading of optical power further; days older than a week are forgotten. */
export function rememberPower(memory: DriftMemory | undefined, rxDbm: number, now: number): DriftMemory {
  if (memory && now - memory.at < EVERY_MS) return memory
  const day = Math.floor(now / DAY_MS)
  const kept = (memory?.days ?? []).filter((one) => one.day >= day - WEEK && one.day !== day)
  const today = memory?.days.find((one) => one.day === day) ?? { day, sum: 0, count: 0 }
  return { at: now, days: [...kept, { day, sum: today.sum + rxDbm, count: today.count + 1 }] }
}

/**
 * Fall of optical power in dB a week: the straight line through the daily means (least squares), positive when light
 * is being lost. Null before four days are known, so that one bad evening is no trend.
 */
export function driftOf(memory: DriftMemory | undefined): number | null {
  const points = (memory?.days ?? []).map(({ day, sum, count }) => ({ x: day, y: sum / count }))
  if (points.length < FEWEST_DAYS) return null
  const mean = (field: 'x' | 'y') => points.reduce((sum, point) => sum + point[field], 0) / points.length
  const [x, y] = [mean('x'), mean('y')]
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread
  return Math.round(-slope * WEEK * 100) / 100
}
