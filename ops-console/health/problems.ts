import { checkFact } from './checks.ts'
import type { DeviceMemory, Fact } from './states.ts'
import type { Severity } from './thresholds.ts'

/** Something wrong with an entity that answers. `check` and `instance` are the key of its incident. */
export interface Problem {
  check: string
  /** Name of the interface, or kind of the probe. */
  instance?: string
  severity: Severity
  fact: Fact
}

/** All that is wrong with an entity beside its reachability, the worst first. Reads nothing but its memory. */
export function problems({ thresholds, checks }: Pick<DeviceMemory, 'thresholds' | 'checks'>): Problem[] {
  const found: Problem[] = []
  for (const key in thresholds) {
    const { raised, severity = 'warning', value = null, limit = null } = thresholds[key]
    if (!raised) continue
    const [check, instance] = split(key)
    const params = { value, limit, ...(instance !== undefined && { instance }) }
    found.push({ check, instance, severity, fact: { code: check, params } })
  }
  for (const probe in checks) {
    const fact = checkFact(probe, checks[probe])
    if (fact) found.push({ check: fact.code, instance: probe, severity: 'warning', fact })
  }
  return found.sort((a, b) => rank(a) - rank(b))
}

const rank = ({ severity }: Problem) => (severity === 'critical' ? 0 : 1)

function split(key: string): [string, string | undefined] {
  const at = key.indexOf('@')
  return at < 0 ? [key, undefined] : [key.slice(0, at), key.slice(at + 1)]
}
