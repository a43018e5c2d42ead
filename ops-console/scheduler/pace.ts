export interface Pace {
  pollMs: number
  retryMs: number
  failuresToDown: number
}

/** How a device did lately, as far as the next question depends on it. */
export interface Standing {
  failures: number
  /** It answered, but not often enough yet to count as back. */
  recovering: boolean
  /** Set when asking sooner would do harm, milliseconds. */
  waitMs?: number
}

const SLOWEST = 3

/** Time to the next question: soon while undecided, then slower the longer a device stays silent (3 periods at most). */
export function nextDelay(standing: Standing, pace: Pace): number {
  const { failures, recovering, waitMs } = standing
  if (waitMs !== undefined) return waitMs
  if (recovering) return pace.retryMs
  if (failures === 0) return pace.pollMs
  if (failures < pace.failuresToDown) return pace.retryMs
  return pace.pollMs * Math.min(SLOWEST, 1 + (failures - pace.failuresToDown) / 10)
}

/** Where in the period a device has its first turn: spread evenly in the order given. */
export function firstDelay(position: number, count: number, periodMs: number): number {
  return Math.floor((position / Math.max(1, count)) * periodMs)
}
