import type { MetricValues } from '#ops/health/metrics'
import type { Probe } from '../probe.ts'
import { ProbeError } from '../errors.ts'
import { SepmClient, type SepmTarget } from './client.ts'
import { allComputers, type SepmComputer } from './computers.ts'
import { parseDefinitions } from './definitions.ts'
import { endpointValues } from './judge.ts'

/** A unit's `endpoints` entity and the SEPM group that holds its computers, subgroups included. */
export interface SepmUnit {
  entityId: string
  group: string
  workstations: number | null
}

export interface SepmProbeOptions {
  units: () => readonly SepmUnit[]
  now?: () => number
}

interface LicenceSummary {
  ordered_quantity?: number
  unexpired_seats?: number
  service_expiration_date?: number
}

/** Asks the city's SEPM once for all units; `others` holds the values of each `endpoints` entity. */
export function openSepmProbe(target: SepmTarget, { units, now = Date.now }: SepmProbeOptions): Probe {
  const client = new SepmClient(target, now)
  return {
    kind: 'sepm',
    close: () => client.close(),
    async ask(signal) {
      const { computers, incomplete } = await allComputers(client, signal)
      const missing: string[] = []
      const optional = <T>(path: string) =>
        client.get<T>(path, signal).catch((error) => {
          if (!(error instanceof ProbeError)) throw error
          missing.push(path)
          return null
        })
      const newest = await optional<{ contentName?: string }>('/content/avdef/latest')
      const licence = await optional<LicenceSummary>('/licenses/summary')
      const latest = parseDefinitions(newest?.contentName)
      const at = now()
      const others = new Map<string, MetricValues>()
      for (const unit of units()) {
        const own = computers.filter((computer) => inGroup(computer, unit.group))
        others.set(unit.entityId, endpointValues(own, { latest, workstations: unit.workstations, now: at }))
      }
      if (incomplete) missing.push('/computers')
      const expires = licence?.service_expiration_date
      return {
        at,
        values: { licenceDays: expires === undefined ? null : Math.floor((expires - at) / 86_400_000) },
        learnt: licence
          ? { licence: { ordered: licence.ordered_quantity, unexpired: licence.unexpired_seats } }
          : {},
        others,
        ...(missing.length > 0 && { partial: missing.join(', ') }),
      }
    },
  }
}

/** A group holds its subgroups, but not a sibling whose name begins the same ("SP 2" and "SP 21"). */
export function inGroup({ group }: Pick<SepmComputer, 'group'>, path: string) {
  return group.fullPathName === path || group.fullPathName.startsWith(`${path}\\`)
}
