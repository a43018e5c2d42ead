import { common, length, union, without, type Interval } from './intervals.ts'

/** Changed whenever the same inputs would give another result. */
export const RULE_VERSION = '1'

export const LEAST_COVERAGE = 0.95

/** Why time leaves the account: it is in neither the numerator nor the denominator. */
export type Cause = 'window' | 'city' | 'power' | 'suspension'

export interface Exclusion extends Interval {
  cause: Cause
  /** What proves it: the window's reason, a number of a document, the city's own outage. */
  evidence: string | null
}

export interface Limits {
  /** Percent. */
  availability: number
  latencyP95Ms: number
  lossPercent: number
  /** Hours a window must be announced ahead. */
  noticeHours: number
}

export interface SlaInputs {
  month: string
  /** From activation or the month's beginning to the month's end, or to now in a month that still runs. */
  service: Interval
  down: Interval[]
  exclusions: Exclusion[]
  /** Windows that exclude nothing, because they were announced late or not agreed as excluded. */
  refused: (Interval & { evidence: string | null; late: boolean })[]
  unknown: Interval[]
  probes: { sent: number; received: number; latencyP95Ms: number | null }
  /** 95th percentile of averages over 5 minutes. */
  traffic: { inBpsP95: number | null; outBpsP95: number | null }
  /** One probe interval, seconds: the account is no finer. */
  resolution: number
  limits: Limits
}

export interface DownEvidence extends Interval {
  /** Part that counts, milliseconds. */
  counted: number
  excluded: Exclusion[]
}

/** Milliseconds, and shares between 0 and 1; null where nothing was measured. */
export interface SlaResult {
  service: number
  excluded: number
  unknown: number
  down: number
  coverage: number | null
  wellCovered: boolean
  availability: number | null
  availabilityKept: boolean | null
  /** Downtime that the limit would have allowed. */
  allowed: number
  lossPercent: number | null
  lossKept: boolean | null
  latencyKept: boolean | null
  intervals: DownEvidence[]
}

/**
 * Settles one link's month. A = 1 − D / (T − E − U): T is service time, E what is excluded, U what nobody measured, D
 * the downtime that remains. A moment counts once: first as excluded, then as down, then as unknown, so that an outage
 * does not shrink because the console looked away in its midst.
 */
export function settle(inputs: SlaInputs): SlaResult {
  const { exclusions, limits, probes } = inputs
  const service = [inputs.service]
  const excluded = common(service, exclusions)
  const down = without(common(service, inputs.down), excluded)
  const unknown = without(common(service, inputs.unknown), [...excluded, ...down])
  const [T, E, D, U] = [service, excluded, down, unknown].map(length)
  const base = T - E - U
  const availability = base > 0 ? 1 - D / base : null
  const coverage = T > 0 ? (T - U) / T : null
  const lossPercent = probes.sent > 0 ? (1 - probes.received / probes.sent) * 100 : null
  return {
    ...{ service: T, excluded: E, unknown: U, down: D, coverage, availability, lossPercent },
    wellCovered: coverage !== null && coverage >= LEAST_COVERAGE,
    availabilityKept: availability === null ? null : availability * 100 >= limits.availability,
    allowed: Math.max(0, base * (1 - limits.availability / 100)),
    lossKept: lossPercent === null ? null : lossPercent <= limits.lossPercent,
    latencyKept: probes.latencyP95Ms === null ? null : probes.latencyP95Ms <= limits.latencyP95Ms,
    intervals: union(common(service, inputs.down)).map((one) => ({
      ...one,
      counted: length(without([one], excluded)),
      excluded: exclusions.filter(({ from, to }) => from < one.to && to > one.from),
    })),
  }
}

/** All links together: their downtime over their accountable time. */
export function settleContract(results: readonly SlaResult[]) {
  const sum = (pick: (one: SlaResult) => number) => results.reduce((total, one) => total + pick(one), 0)
  const [T, E, U, D] = [
    sum((r) => r.service),
    sum((r) => r.excluded),
    sum((r) => r.unknown),
    sum((r) => r.down),
  ]
  const base = T - E - U
  return {
    links: results.length,
    ...{ service: T, excluded: E, unknown: U, down: D },
    availability: base > 0 ? 1 - D / base : null,
    coverage: T > 0 ? (T - U) / T : null,
    below: results.filter(({ availabilityKept }) => availabilityKept === false).length,
    badlyCovered: results.filter(({ wellCovered }) => !wellCovered).length,
  }
}
