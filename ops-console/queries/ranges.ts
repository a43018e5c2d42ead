/** Lengths of the charts, by the word in the address; milliseconds. */
export const RANGES = { '15m': 900_000, '1h': 3_600_000, '24h': 86_400_000, '7d': 604_800_000 } as const

export type RangeName = keyof typeof RANGES

export const isRange = (name: unknown): name is RangeName =>
  typeof name === 'string' && Object.hasOwn(RANGES, name)
