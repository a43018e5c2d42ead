import type { MetricName } from '#ops/health/metrics'
import { readingsMade, valuesRead } from '#ops/history/telemetry'
import { bigAt, numberAt, textAt } from './decode.ts'
import { gaugesOf } from './gauges.ts'
import type { KnownInterface, Learnt } from './learnt.ts'
import { IF_TABLE_LAST_CHANGE, INTERFACE, MIKROTIK, PAN, SYSTEM } from './oids.ts'
import { counterColumns, planFor } from './plan.ts'
import type { SnmpTransport, SnmpValues } from './transport.ts'

export { questions, watched } from './plan.ts'

export interface InterfaceCounters {
  name: string
  index: string
  speedMbps: number
  up: boolean | null
  bits: 32 | 64
  in: bigint | null
  out: bigint | null
  discontinuity: number | null
  /** Frames since ever, 32 bit. */
  inErrors?: bigint | null
  outErrors?: bigint | null
  inDiscards?: bigint | null
  outDiscards?: bigint | null
}

/** Values that need no interval, by metric name. */
export type Gauges = Partial<Record<MetricName, number | null>>

/** One poll: raw counters and gauges, nothing derived. */
export interface Reading {
  /** Milliseconds since 1970 when the last reply came. */
  at: number
  /** Null when the question had to be repeated: nobody knows then which sending was answered. */
  latencyMs: number | null
  /** sysUpTime, 1/100 s. */
  uptime: number | null
  engineBoots: number | null
  software: string | null
  haState: string | null
  ifTableLastChange: number | null
  sessions: number | null
  sessionsMax: number | null
  cpuMgmt: number | null
  cpuData: number | null
  rxDbm: number | null
  gauges?: Gauges
  interfaces: InterfaceCounters[]
}

/** Asks a device once. */
export async function read(transport: SnmpTransport, learnt: Learnt, wan: string): Promise<Reading> {
  const { oids, interfaces } = planFor(learnt, wan)
  const values = await transport.get(oids)
  readingsMade.inc()
  valuesRead.inc(values.size)
  return decodeReading(values, learnt, interfaces, Date.now(), transport.roundTripMs)
}

export function decodeReading(
  values: SnmpValues,
  learnt: Learnt,
  interfaces: readonly KnownInterface[],
  at: number,
  latencyMs: number | null
): Reading {
  const { cpuMgmt = null, cpuData = null, rxDbm = null, ...gauges } = gaugesOf(values, learnt, at)
  return {
    at,
    latencyMs,
    uptime: numberAt(values, SYSTEM.uptime),
    engineBoots: numberAt(values, SYSTEM.engineBoots),
    software: textAt(values, PAN.swVersion) ?? textAt(values, MIKROTIK.version),
    haState: textAt(values, PAN.haState),
    ifTableLastChange: numberAt(values, IF_TABLE_LAST_CHANGE),
    sessions: numberAt(values, PAN.sessions),
    sessionsMax: numberAt(values, PAN.sessionsMax),
    cpuMgmt,
    cpuData,
    rxDbm,
    gauges,
    interfaces: interfaces.map((known) => counters(values, known)),
  }
}

function counters(values: SnmpValues, known: KnownInterface): InterfaceCounters {
  const { name, index, speedMbps, errors } = known
  const { in: input, out, bits } = counterColumns(known)
  const oper = numberAt(values, `${INTERFACE.oper}.${index}`)
  const big = (column: string) => bigAt(values, `${column}.${index}`)
  return {
    name,
    index,
    speedMbps,
    up: oper === null ? null : oper === 1,
    bits,
    in: big(input),
    out: big(out),
    discontinuity: numberAt(values, `${INTERFACE.discontinuity}.${index}`),
    ...(errors && {
      inErrors: big(INTERFACE.inErrors),
      outErrors: big(INTERFACE.outErrors),
      inDiscards: big(INTERFACE.inDiscards),
      outDiscards: big(INTERFACE.outDiscards),
    }),
  }
}
