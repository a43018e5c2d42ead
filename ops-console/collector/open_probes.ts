import type { ApiAddress } from '#ops/inventory/device'
import { openIcmpProbe, unhurried } from '#ops/probes/icmp/probe'
import { openPanosProbe, type PanosProbeOptions } from '#ops/probes/panos/probe'
import { openRouterOsProbe } from '#ops/probes/routeros/probe'
import type { Probe, ProbeKind } from '#ops/probes/probe'
import { openSnmpProbe } from '#ops/probes/snmp/probe'
import type { Learnt } from '#ops/probes/snmp/discovery'
import { guardedProbe } from './guarded_probe.ts'
import type { RosterEntry } from './roster.ts'

export interface ProbeTiming {
  /** One transmission, milliseconds. */
  timeoutMs: number
  attempts: number
}

/** A way to ask an entity, with the rhythm that it stands. */
export interface ProbeFactory {
  kind: ProbeKind
  /** Milliseconds between questions; null: the period of polls. */
  everyMs: number | null
  /** A question that takes longer is given up, milliseconds; null: that of polls. */
  deadlineMs: number | null
  /** Waits for others to be asked with it, and takes no place of those that work. */
  gathers?: boolean
  wants(entry: RosterEntry): boolean
  open(entry: RosterEntry, timing: ProbeTiming, learnt: Record<string, unknown>): Probe
}

/** A factory for a vendor's interface: wanted where the inventory says so and the credentials are known. */
export function apiFactory(
  kind: ApiAddress['kind'],
  everyMs: number,
  deadlineMs: number,
  open: (api: NonNullable<RosterEntry['api']>, entry: RosterEntry) => Probe
): ProbeFactory {
  return {
    ...{ kind, everyMs, deadlineMs },
    wants: ({ api }) => api?.kind === kind,
    open: (entry) => open(entry.api!, entry),
  }
}

const answersSnmp = ({ target }: RosterEntry) => Boolean(target?.community || target?.user)

/** Every way to ask, the decisive ones first. */
export const PROBES: readonly ProbeFactory[] = [
  {
    ...{ kind: 'snmp', everyMs: null, deadlineMs: null },
    wants: answersSnmp,
    open: ({ target, wan, baselineRxDbm }, timing, learnt) =>
      openSnmpProbe(target!, { ...timing, wan, baselineRxDbm, learnt: asLearnt(learnt) }),
  },
  {
    ...{ kind: 'icmp', everyMs: 60_000, deadlineMs: 35_000, gathers: true },
    wants: ({ target, api }) => target !== null || api != null,
    open(entry) {
      const { host } = (entry.target ?? entry.api)!
      return openIcmpProbe(answersSnmp(entry) ? { host, ping: unhurried } : { host })
    },
  },
  apiFactory('panos', 60_000, 15_000, ({ host, port, fingerprint, secrets }) =>
    openPanosProbe({
      host,
      port,
      fingerprint: fingerprint ?? '',
      key: secrets.api_key ?? '',
      timeoutMs: 10_000,
    } as PanosProbeOptions)
  ),
  apiFactory('routeros', 60_000, 15_000, ({ host, port, tls, fingerprint, secrets }) =>
    openRouterOsProbe({
      ...{ host, port, tls, fingerprint: fingerprint ?? undefined, timeoutMs: 5000 },
      ...{ user: secrets.api_user ?? '', password: secrets.api_password ?? '' },
    })
  ),
]

export interface OpenProbe {
  factory: ProbeFactory
  probe: Probe
}

/** The probes of an entity; the first decides whether it answers at all. Nothing is sent yet. */
export function openProbes(
  entry: RosterEntry,
  timing: ProbeTiming,
  learnt: Record<string, unknown>,
  factories = PROBES
): OpenProbe[] {
  return factories
    .filter((factory) => factory.wants(entry))
    .map((factory) => ({ factory, probe: opened(factory, entry, timing, learnt) }))
}

/** What stands in the network is asked at an address that was checked; what is simulated where the simulator says. */
function opened(
  factory: ProbeFactory,
  entry: RosterEntry,
  timing: ProbeTiming,
  learnt: Record<string, unknown>
): Probe {
  if (!entry.real) return factory.open(entry, timing, learnt)
  const own = factory.kind === 'snmp' || (factory.kind === 'icmp' && entry.target) ? entry.target : entry.api
  return guardedProbe(factory.kind, own!.host, (host) => factory.open(at(entry, host), timing, learnt))
}

const at = (entry: RosterEntry, host: string): RosterEntry => ({
  ...entry,
  target: entry.target && { ...entry.target, host },
  api: entry.api && { ...entry.api, host },
})

const asLearnt = (learnt: Record<string, unknown>) =>
  'interfaces' in learnt && 'processors' in learnt ? (learnt as unknown as Learnt) : null
