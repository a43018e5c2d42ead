import type { DeviceMemory, Fact } from '#ops/health/states'
import { RULES } from '#ops/health/states'
import { problems } from '#ops/health/problems'
import type { Severity } from '#ops/health/thresholds'

export interface Wanted {
  check: string
  /** Which of several of its kind, e.g. the name of an interface; none: there is only one. */
  instance?: string
  severity: Severity
  fact: Fact | null
}

/**
 * Incidents that a device's present state calls for. While it flaps there is one, for the flapping; a device behind
 * something that is out has none of its own.
 */
export function wantedIncidents(memory: DeviceMemory): Wanted[] {
  const { state, fact } = memory
  if (state === 'MAINTENANCE' || state === 'DISABLED' || state === 'UNREACHABLE') return []
  if (memory.flapping) return [{ check: 'flapping', severity: 'warning', fact }]
  if (state === 'DOWN') return [{ check: 'reachability', severity: 'critical', fact }]
  if (fact?.code === 'unreadable' && memory.failures >= RULES.failuresToDown) {
    return [{ check: 'readability', severity: 'warning', fact }]
  }
  if (state !== 'DEGRADED') return []
  return problems(memory)
}

/** True while nothing new is known: then open incidents are neither closed nor added to. */
export function isUndecided(memory: DeviceMemory): boolean {
  return memory.state === 'UNKNOWN' && wantedIncidents(memory).length === 0
}
