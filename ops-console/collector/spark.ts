import type { Figures } from '#ops/health/figures'

const POINTS = 30

/** Appends one point, bits per second in both directions; no answer or no rate is a gap. */
export function extendSpark(spark: readonly (number | null)[], figures: Figures | null): (number | null)[] {
  const { inBps = null, outBps = null } = figures ?? {}
  const point = inBps === null || outBps === null ? null : Math.round(inBps + outBps)
  return [...spark, point].slice(-POINTS)
}
