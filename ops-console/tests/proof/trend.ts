export interface Point {
  /** Milliseconds. */
  at: number
  value: number
}

/** Least squares: how much the value grows in an hour; null of fewer than three points. */
export function growthPerHour(points: readonly Point[]): number | null {
  if (points.length < 3) return null
  const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const [x, y] = [mean(points.map(({ at }) => at)), mean(points.map(({ value }) => value))]
  const above = points.reduce((sum, { at, value }) => sum + (at - x) * (value - y), 0)
  const below = points.reduce((sum, { at }) => sum + (at - x) ** 2, 0)
  return below ? (above / below) * 3_600_000 : null
}
