/**
 * The value below or at which `share` of the values lie (nearest rank, as PostgreSQL's percentile_disc); null of
 * nothing. Only ever over single measurements: percentiles of days cannot be averaged.
 */
export function percentile(values: readonly number[], share: number): number | null {
  if (!values.length) return null
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}
