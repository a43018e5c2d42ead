const MINUTE = 60_000
const DAY = 86_400_000

/** Lengths of the charts, by the word in the address; milliseconds. */
export const RANGES = {
  '15m': 15 * MINUTE,
  '1h': 60 * MINUTE,
  '24h': DAY,
  '7d': 7 * DAY,
  '30d': 30 * DAY,
} as const

export type RangeName = keyof typeof RANGES

export const isRange = (name: unknown): name is RangeName =>
  typeof name === 'string' && Object.hasOwn(RANGES, name)

/** Charts of less show single polls, of more nothing that is still kept. */
export const SHORTEST_RANGE = MINUTE
export const LONGEST_RANGE = 3 * 366 * DAY

/** Whether a chart may show this stretch: neither too short nor too long, begun, and ending at most a day ahead. */
export function isFreeRange(from: Date, to: Date, now = Date.now()): boolean {
  const length = to.getTime() - from.getTime()
  if (!(length >= SHORTEST_RANGE && length <= LONGEST_RANGE)) return false
  return from.getTime() < now && to.getTime() <= now + DAY
}
