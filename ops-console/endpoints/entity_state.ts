import type { Wanted } from '#ops/alarms/wanted'
import type { MetricValues } from '#ops/health/metrics'
import type { EntityState, Fact } from '#ops/health/states'

/** Percent of the online computers with old definitions from which a unit counts as outdated. */
export const OUTDATED_PERCENT = 10
/** Percent of the workstations that must have reported within a week. */
export const COVERAGE_PERCENT = 90

export interface Judged {
  state: EntityState
  fact: Fact | null
  wanted: Wanted[]
}

/** What a unit's values of `endpointValues` call for: the worst comes first and is its fact. */
export function judgeEndpoints(values: MetricValues): Judged {
  const { endpointsInfected, endpointsOutdated, endpointsOnline, coverage } = values
  const wanted: Wanted[] = []
  if (endpointsInfected) wanted.push(want('endpoints_infected', 'critical', { count: endpointsInfected }))
  if (endpointsOutdated && endpointsOutdated * 100 >= (endpointsOnline ?? 0) * OUTDATED_PERCENT) {
    wanted.push(want('endpoints_outdated', 'warning', { count: endpointsOutdated }))
  }
  if (coverage != null && coverage < COVERAGE_PERCENT) {
    wanted.push(want('coverage_low', 'warning', { value: Math.floor(coverage) }))
  }
  return { state: wanted.length ? 'DEGRADED' : 'UP', fact: wanted[0]?.fact ?? null, wanted }
}

const want = (check: string, severity: Wanted['severity'], params: Record<string, number>): Wanted => ({
  check,
  severity,
  fact: { code: check, params },
})
