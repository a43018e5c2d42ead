/** A stretch of time, milliseconds since 1970; `to` is not part of it. */
export interface Interval {
  from: number
  to: number
}

/** Overlapping and touching intervals as one, in order of time; empty ones vanish. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const { from, to } of [...intervals]
    .filter((one) => one.to > one.from)
    .sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** What lies in both. */
export function common(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const [left, right] = [union(some), union(others)]
  return left.flatMap((one) =>
    right
      .map(({ from, to }) => ({ from: Math.max(from, one.from), to: Math.min(to, one.to) }))
      .filter(({ from, to }) => to > from)
  )
}

/** What lies in the first and in none of the others. */
export function without(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  return union(others).reduce<Interval[]>(
    (left, gone) =>
      left.flatMap((one) =>
        [
          { from: one.from, to: Math.min(one.to, gone.from) },
          { from: Math.max(one.from, gone.to), to: one.to },
        ].filter(({ from, to }) => to > from)
      ),
    union(some)
  )
}

/** Milliseconds covered, each moment once. */
export const length = (intervals: readonly Interval[]) =>
  union(intervals).reduce((sum, { from, to }) => sum + to - from, 0)
