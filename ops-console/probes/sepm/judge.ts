import type { MetricValues } from '#ops/health/metrics'
import type { SepmComputer } from './computers.ts'
import { daysBehind, parseDefinitions, type Definitions } from './definitions.ts'

const SEEN_MS = 7 * 86_400_000
const OUTDATED_DAYS = 3

/**
 * Values of one unit's `endpoints` entity. Coverage is clients seen within seven days per hundred workstations, null
 * while the number of workstations is unknown; outdated is online and more than three days behind the newest definitions.
 */
export function endpointValues(
  computers: readonly SepmComputer[],
  { latest, workstations, now }: { latest: Definitions | null; workstations: number | null; now: number }
): MetricValues {
  const online = computers.filter(({ onlineStatus }) => onlineStatus === 1)
  const ages = online.flatMap(({ avDefsetVersion }) => {
    const own = parseDefinitions(avDefsetVersion)
    return own && latest ? [Math.max(0, daysBehind(own, latest))] : []
  })
  const seen = computers.filter(({ lastUpdateTime }) => now - lastUpdateTime <= SEEN_MS).length
  return {
    endpoints: computers.length,
    endpointsOnline: online.length,
    endpointsInfected: computers.filter(({ infected }) => infected === 1).length,
    endpointsOutdated: latest ? ages.filter((age) => age > OUTDATED_DAYS).length : null,
    coverage: workstations ? Math.min(100, (seen * 100) / workstations) : null,
    definitionsAgeDays: ages.length ? ages.reduce((oldest, age) => Math.max(oldest, age), 0) : null,
  }
}
