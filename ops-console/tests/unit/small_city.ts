import { outcomeOf, type Outcome } from '#ops/collector/outcome'
import type { RosterEntry } from '#ops/collector/roster'
import { Watch, type Change } from '#ops/collector/watch'
import type { MetricValues } from '#ops/health/metrics'
import type { EntityState } from '#ops/health/states'
import type { DeviceKind } from '#ops/inventory/device'

export const silent: Outcome = { result: { kind: 'failed', reason: 'no_answer' }, answer: null }

export const answered = (values: MetricValues = {}, others?: ReadonlyMap<string, MetricValues>): Outcome =>
  outcomeOf({ at: 0, values: { latencyMs: 4, ...values }, others })

/** An entity with its name as id, never really asked. */
export const entity = (
  id: string,
  kind: DeviceKind,
  parents: string[] = [],
  more: Partial<RosterEntry> = {}
): RosterEntry => ({
  ...{ id, kind, parents, tenantId: 1, unit: 'sp-1', key: id, wan: 'sfp1', baselineRxDbm: null },
  ...{ disabled: false, maintenance: false, target: { host: '192.0.2.1', port: 161, community: 'x' } },
  ...more,
})

/** A watch over these entities, driven by hand; a second passes with each answer. */
export function watched(entries: readonly RosterEntry[]) {
  const hurried: string[] = []
  const everDown = new Set<string>()
  const samples: { id: string; values: MetricValues | null }[] = []
  const note = ({ device, polled }: Change) => {
    if (device.memory.state === 'DOWN') everDown.add(device.entry.id)
    if (polled) samples.push({ id: device.entry.id, values: polled.values })
  }
  const watch = new Watch({ timeoutMs: 1, attempts: 1, hurry: (id) => void hurried.push(id) }, note)
  const city = {
    ...{ watch, hurried, everDown, samples, now: 1_000_000 },
    asked: entries.filter((one) => !one.passive && !one.disabled).map(({ id }) => id),
    take(id: string, outcome: Outcome, seconds = 1) {
      city.now += seconds * 1000
      watch.take(id, outcome, city.now)
    },
    /** Asks everybody once within ten seconds. */
    round(ids: readonly string[], outcome: (id: string) => Outcome) {
      for (const id of ids) city.take(id, outcome(id), 10 / ids.length)
    },
    in: (state: EntityState) => entries.map(({ id }) => id).filter((id) => watch.state(id) === state),
    counts() {
      const counts: Partial<Record<EntityState, number>> = {}
      for (const { id } of entries) counts[watch.state(id)!] = (counts[watch.state(id)!] ?? 0) + 1
      return counts
    },
  }
  watch.takeRoster(entries, new Map(), city.now)
  return city
}

/** A core with the endpoint server and so many schools behind it: link, firewall, workstations each. */
export function aCity(schools: number) {
  const numbers = Array.from({ length: schools }, (_, i) => i + 1)
  return watched([
    entity('core', 'core'),
    entity('sepm', 'sepm', ['core']),
    ...numbers.map((n) => entity(`cpe-${n}`, 'cpe', ['core'])),
    ...numbers.map((n) => entity(`edge-${n}`, 'edge', [`cpe-${n}`])),
    ...numbers.map((n) =>
      entity(`endpoints-${n}`, 'endpoints', [`edge-${n}`], { passive: true, target: null })
    ),
  ])
}
