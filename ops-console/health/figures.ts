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
    values: {
      ...now.gauges,
      ...figures,
      ...damage(uplink),
      ...Object.assign({}, ...interfaces.map(metrics)),
    },
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

/** Frames damaged or dropped in the interval, where the agent counts them. */
function damage(one: InterfaceRate | undefined): MetricValues {
  return Object.fromEntries(DAMAGE.flatMap((key) => (one?.[key] === undefined ? [] : [[key, one[key]]])))
}

function metrics(one: InterfaceRate): MetricValues {
  const { name, inBps, outBps } = one
  const all = { inBps, outBps, ...damage(one) }
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [`${key}@${name}`, value]))
}
