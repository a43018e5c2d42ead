import type { Reading } from '#ops/probes/snmp/reading'
import { interfaceRates, type InterfaceRate } from './rates.ts'

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
  const { sessions, sessionsMax, cpuMgmt, cpuData, rxDbm } = now
  return {
    interfaces,
    figures: {
      inBps: uplink?.inBps ?? null,
      outBps: uplink?.outBps ?? null,
      capacityMbps: uplink?.speedMbps || null,
      sessions,
      sessionsMax,
      sessionsUse: sessions !== null && sessionsMax ? (sessions / sessionsMax) * 100 : null,
      cpuMgmt,
      cpuData,
      latencyMs: Math.round(now.latencyMs * 10) / 10,
      uptime: now.uptime === null ? null : Math.floor(now.uptime / 100),
      rxDbm,
      rxLossDb:
        rxDbm === null || baselineRxDbm === null ? null : Math.round((baselineRxDbm - rxDbm) * 100) / 100,
    },
  }
}
