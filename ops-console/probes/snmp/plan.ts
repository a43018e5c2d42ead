import type { KnownInterface, Learnt } from './learnt.ts'
import {
  IF_TABLE_LAST_CHANGE,
  INTERFACE,
  MIKROTIK,
  OPTICAL,
  PAN,
  PROCESSOR_LOAD,
  SENSOR,
  STORAGE,
  SYSTEM,
} from './oids.ts'

/** Interfaces asked in one poll; a router has one for every building. */
const INTERFACES_PER_POLL = { panos: 12, routeros: 256, other: 24 } as const
const MOST_PROCESSORS = 32

const PAN_POLLED = [
  'swVersion',
  'haState',
  'sessions',
  'sessionsMax',
  'sessionsTcp',
  'sessionsUdp',
  'sessionsIcmp',
] as const
const MIKROTIK_POLLED = ['version', 'voltage', 'temperature', 'cpuTemperature', 'psu1', 'psu2'] as const
const OPTICAL_POLLED = ['rxLoss', 'temperature', 'volt', 'bias', 'txPower', 'rxPower'] as const

/** The questions of one poll. Made once for what was learnt, so that they are encoded once. */
export interface Plan {
  interfaces: KnownInterface[]
  oids: string[]
}

const plans = new WeakMap<Learnt, Map<string, Plan>>()

export function planFor(learnt: Learnt, wan: string): Plan {
  let known = plans.get(learnt)
  if (!known) plans.set(learnt, (known = new Map()))
  let plan = known.get(wan)
  if (!plan) {
    const interfaces = watched(learnt, wan)
    known.set(wan, (plan = { interfaces, oids: questions(learnt, interfaces) }))
  }
  return plan
}

/** The interfaces worth asking every time: the uplink first, then others that are up. */
export function watched(learnt: Learnt, wan: string): KnownInterface[] {
  const rank = (known: KnownInterface) => (known.name === wan ? 0 : known.up ? 1 : 2)
  const ofBuilding = (known: KnownInterface) => learnt.family === 'routeros' && known.alias !== null
  return learnt.interfaces
    .filter(
      (known) => known.name === wan || ((known.up || ofBuilding(known)) && !/^(lo|loopback)/.test(known.name))
    )
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, INTERFACES_PER_POLL[learnt.family ?? 'panos'])
}

export const counterColumns = (known: KnownInterface) =>
  known.wide
    ? { in: INTERFACE.in64, out: INTERFACE.out64, bits: 64 as const }
    : { in: INTERFACE.in32, out: INTERFACE.out32, bits: 32 as const }

/** OIDs of one poll. */
export function questions(learnt: Learnt, interfaces: readonly KnownInterface[]): string[] {
  const { pan, mikrotik = [], processors, optical, temperature, transceiver, clock } = learnt
  const storage = [...(learnt.memory ?? []), ...(learnt.disks ?? [])]
  return [
    SYSTEM.uptime,
    SYSTEM.engineBoots,
    IF_TABLE_LAST_CHANGE,
    ...(clock ? [SYSTEM.date] : []),
    ...PAN_POLLED.filter((key) => pan.includes(key)).map((key) => PAN[key]),
    ...MIKROTIK_POLLED.filter((key) => mikrotik.includes(key)).map((key) => MIKROTIK[key]),
    ...processors.slice(0, MOST_PROCESSORS).map((index) => `${PROCESSOR_LOAD}.${index}`),
    ...storage.flatMap(({ index }) => [`${STORAGE.size}.${index}`, `${STORAGE.used}.${index}`]),
    ...(optical ? [`${SENSOR.value}.${optical.index}`] : []),
    ...(temperature ? [`${SENSOR.value}.${temperature.index}`] : []),
    ...(transceiver ? OPTICAL_POLLED.map((column) => `${OPTICAL[column]}.${transceiver}`) : []),
    ...interfaces.flatMap(ofInterface),
  ]
}

function ofInterface(known: KnownInterface): string[] {
  const { in: input, out } = counterColumns(known)
  const damage = [INTERFACE.inErrors, INTERFACE.outErrors, INTERFACE.inDiscards, INTERFACE.outDiscards]
  const columns = [INTERFACE.oper, input, out, INTERFACE.discontinuity, ...(known.errors ? damage : [])]
  return columns.map((column) => `${column}.${known.index}`)
}
