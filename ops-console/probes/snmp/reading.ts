import { bigAt, numberAt, textAt } from './decode.ts'
import type { KnownInterface, Learnt } from './discovery.ts'
import { IF_TABLE_LAST_CHANGE, INTERFACE, PAN, PROCESSOR_LOAD, SENSOR, SYSTEM } from './oids.ts'
import type { SnmpTransport, SnmpValues } from './transport.ts'

/** Interfaces beyond this number are left to a slower look, so that one poll stays two datagrams. */
const INTERFACES_PER_POLL = 6

export interface InterfaceCounters {
  name: string
  index: string
  speedMbps: number
  up: boolean | null
  bits: 32 | 64
  in: bigint | null
  out: bigint | null
  discontinuity: number | null
}

/** One poll: raw counters and gauges, nothing derived. */
export interface Reading {
  /** Milliseconds since 1970 when the last reply came. */
  at: number
  latencyMs: number
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
  interfaces: InterfaceCounters[]
}

/** The interfaces worth asking every time: the uplink first, then others that are up. */
export function watched(learnt: Learnt, wan: string): KnownInterface[] {
  const rank = (known: KnownInterface) => (known.name === wan ? 0 : known.up ? 1 : 2)
  return learnt.interfaces
    .filter((known) => known.name === wan || (known.up && !/^(lo|loopback)/.test(known.name)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, INTERFACES_PER_POLL)
}

const columns = (known: KnownInterface) =>
  known.wide
    ? { in: INTERFACE.in64, out: INTERFACE.out64, bits: 64 as const }
    : { in: INTERFACE.in32, out: INTERFACE.out32, bits: 32 as const }

/** OIDs of one poll. */
export function questions(learnt: Learnt, interfaces: KnownInterface[]): string[] {
  const pan = (['swVersion', 'haState', 'sessions', 'sessionsMax'] as const).filter((key) =>
    learnt.pan.includes(key)
  )
  return [
    SYSTEM.uptime,
    SYSTEM.engineBoots,
    IF_TABLE_LAST_CHANGE,
    ...pan.map((key) => PAN[key]),
    ...learnt.processors.slice(0, 2).map((index) => `${PROCESSOR_LOAD}.${index}`),
    ...(learnt.optical ? [`${SENSOR.value}.${learnt.optical.index}`] : []),
    ...interfaces.flatMap((known) => {
      const { in: input, out } = columns(known)
      return [INTERFACE.oper, input, out, INTERFACE.discontinuity].map((column) => `${column}.${known.index}`)
    }),
  ]
}

/** Asks a device once. */
export async function read(transport: SnmpTransport, learnt: Learnt, wan: string): Promise<Reading> {
  const interfaces = watched(learnt, wan)
  const oids = questions(learnt, interfaces)
  const began = performance.now()
  const values = await transport.get(oids.slice(0, 1))
  const latencyMs = performance.now() - began
  for (const [oid, value] of await transport.get(oids.slice(1))) values.set(oid, value)
  return decodeReading(values, learnt, interfaces, Date.now(), latencyMs)
}

export function decodeReading(
  values: SnmpValues,
  learnt: Learnt,
  interfaces: KnownInterface[],
  at: number,
  latencyMs: number
): Reading {
  const load = (row: number) => numberAt(values, `${PROCESSOR_LOAD}.${learnt.processors[row]}`)
  const { optical } = learnt
  const power = optical && numberAt(values, `${SENSOR.value}.${optical.index}`)
  return {
    at,
    latencyMs,
    uptime: numberAt(values, SYSTEM.uptime),
    engineBoots: numberAt(values, SYSTEM.engineBoots),
    software: textAt(values, PAN.swVersion),
    haState: textAt(values, PAN.haState),
    ifTableLastChange: numberAt(values, IF_TABLE_LAST_CHANGE),
    sessions: numberAt(values, PAN.sessions),
    sessionsMax: numberAt(values, PAN.sessionsMax),
    cpuMgmt: load(0),
    cpuData: load(1),
    // An empty cage reads 0: no data, not 0 dBm.
    rxDbm: optical && power ? power / 10 ** optical.digits : null,
    interfaces: interfaces.map((known) => counters(values, known)),
  }
}

function counters(values: SnmpValues, known: KnownInterface): InterfaceCounters {
  const { in: input, out, bits } = columns(known)
  const oper = numberAt(values, `${INTERFACE.oper}.${known.index}`)
  return {
    name: known.name,
    index: known.index,
    speedMbps: known.speedMbps,
    up: oper === null ? null : oper === 1,
    bits,
    in: bigAt(values, `${input}.${known.index}`),
    out: bigAt(values, `${out}.${known.index}`),
    discontinuity: numberAt(values, `${INTERFACE.discontinuity}.${known.index}`),
  }
}
