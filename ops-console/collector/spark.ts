import type { MetricValues } from '#ops/health/metrics'

const POINTS = 30

/** Appends one point, bits per second in both directions; no answer or no rate is a gap. */
export function extendSpark(
  spark: readonly (number | null)[],
  values: MetricValues | null
): (number | null)[] {
  const { inBps = null, outBps = null } = values ?? {}
  const point = inBps === null || outBps === null ? null : Math.round(inBps + outBps)
  return [...spark, point].slice(-POINTS)
}
