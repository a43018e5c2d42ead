import type { Reading } from '#ops/probes/snmp/reading'
import type { MetricValues } from './metrics.ts'
import { elapsed, interfaceRates, type InterfaceRate } from './rates.ts'

/** What the wall shows of a device. Null is "not known". */
export interface Figures {
  /** Bits per second on the uplink. */
  inBps: number | null
  outBps: number | null
  capacityMbps: number | null
  sessions: number | null
  sessionsMax: number | null
  /** Percent. */
  sessionsUse: number | null
  cpuMgmt: number | null
  cpuData: number | null
  latencyMs: number | null
  /** Seconds. */
  uptime: number | null
  rxDbm: number | null
  /** Accepted optical power minus the present one, dB. */
  rxLossDb: number | null
}

export interface Measured {
  figures: Figures
  interfaces: InterfaceRate[]
  /** All metrics of the reading; those of one interface as `inBps@ethernet1/1`. */
  values: MetricValues
  /** The device's clock and ours disagree about the interval by more than a tenth: rates of this reading are doubtful. */
  suspect: boolean
}

/** Turns a reading into figures, with the one before it as the start of the interval. */
export function figuresOf(
  previous: Reading | null,
  now: Reading,
  wan: string,
  baselineRxDbm: number | null
): Measured {
  const interfaces = interfaceRates(previous, now)
  const uplink = interfaces.find((one) => one.name === wan) ?? interfaces[0]
  const figures = { ...throughput(uplink), ...present(now, baselineRxDbm) }
  const time = previous && elapsed(previous, now)
  return {
    interfaces,
    figures,
    values: valuesOf(now, figures, uplink, interfaces),
    suspect: time?.kind === 'steady' && time.suspect,
  }
}

const throughput = (uplink: InterfaceRate | undefined) => ({
  inBps: uplink?.inBps ?? null,
  outBps: uplink?.outBps ?? null,
  capacityMbps: uplink?.speedMbps || null,
})

function present(now: Reading, baselineRxDbm: number | null) {
  const { sessions, sessionsMax, cpuMgmt, cpuData, rxDbm, latencyMs, uptime } = now
  return {
    sessions,
    sessionsMax,
    sessionsUse: sessions !== null && sessionsMax ? (sessions / sessionsMax) * 100 : null,
    cpuMgmt,
    cpuData,
    latencyMs: latencyMs === null ? null : Math.round(latencyMs * 10) / 10,
    uptime: uptime === null ? null : Math.floor(uptime / 100),
    rxDbm,
    rxLossDb:
      rxDbm === null || baselineRxDbm === null ? null : Math.round((baselineRxDbm - rxDbm) * 100) / 100,
  }
}

const DAMAGE = ['inErrors', 'outErrors', 'inDiscards', 'outDiscards'] as const
const OF_INTERFACE = ['inBps', 'outBps', ...DAMAGE] as const

function valuesOf(
  { gauges }: Reading,
  figures: Figures,
  uplink: InterfaceRate | undefined,
  interfaces: readonly InterfaceRate[]
): MetricValues {
  const values: MetricValues = { ...(gauges as MetricValues), ...figures }
  if (uplink) for (const key of DAMAGE) if (uplink[key] !== undefined) values[key] = uplink[key]
  for (const one of interfaces) {
    const names = namesOf(one.name)
    for (const key of OF_INTERFACE) if (one[key] !== undefined) values[names[key]] = one[key]
  }
  return values
}

type InterfaceNames = Record<(typeof OF_INTERFACE)[number], string>

/** Names of an interface's metrics are the same at every poll of every device of a model. */
const known = new Map<string, InterfaceNames>()
const MOST_KNOWN = 10_000

function namesOf(name: string): InterfaceNames {
  let names = known.get(name)
  if (names) return names
  if (known.size >= MOST_KNOWN) known.clear()
  names = Object.fromEntries(OF_INTERFACE.map((key) => [key, `${key}@${name}`])) as InterfaceNames
  known.set(name, names)
  return names
}
