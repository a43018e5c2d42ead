import type { EntityState } from '#ops/health/states'
import type { DeviceView } from '#ops/stream/view'

export type Tone = 'ok' | 'warning' | 'critical' | 'unknown' | 'maintenance'

type Judged = Pick<DeviceView, 'state' | 'fact'>

const ORDER: EntityState[] = ['DOWN', 'UNREACHABLE', 'UNKNOWN', 'DEGRADED', 'MAINTENANCE', 'UP', 'DISABLED']

/** Limits whose passing is as bad as an outage. */
const CRITICAL: readonly string[] = [
  ...['optical_critical', 'optical_lost', 'disk_critical', 'temperature_critical', 'loss_critical'],
  ...['licence_over', 'infected', 'endpoints_infected'],
]

const isCritical = (fact: Judged['fact']) => fact !== null && CRITICAL.includes(fact.code)

/** The mark that a state carries everywhere. A critical threshold counts like an outage. */
export function tone({ state, fact }: Judged): Tone {
  if (state === 'UP') return 'ok'
  if (state === 'MAINTENANCE') return 'maintenance'
  if (state === 'DEGRADED') return isCritical(fact) ? 'critical' : 'warning'
  return state === 'DOWN' ? 'critical' : 'unknown'
}

/** Whether somebody should look: such tiles are large and come first. */
export const isSick = ({ state }: Judged) =>
  state === 'DOWN' || state === 'UNREACHABLE' || state === 'UNKNOWN' || state === 'DEGRADED'

/** Smaller is worse. A device that just fell silent stands before one that only was never asked. */
export function severity({ state, fact }: Judged): number {
  if (state === 'DEGRADED' && isCritical(fact)) return 1.5
  if (state === 'UNKNOWN' && fact?.code !== 'not_answering') return 3.5
  return ORDER.indexOf(state)
}

/** Worst first, then by the name that the tile shows, as Polish sorts. */
export function bySeverity<Device extends Judged & { unit: string }>(
  devices: Device[],
  nameOf: (device: Device) => string
): Device[] {
  const collator = new Intl.Collator('pl', { numeric: true })
  return [...devices].sort((a, b) => severity(a) - severity(b) || collator.compare(nameOf(a), nameOf(b)))
}
