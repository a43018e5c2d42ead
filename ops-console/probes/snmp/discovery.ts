import { indexBelow, numberAt, text, textAt } from './decode.ts'
import { INTERFACE, PAN, PROCESSOR_LOAD, SENSOR, SYSTEM } from './oids.ts'
import type { SnmpTransport } from './transport.ts'

export interface KnownInterface {
  index: string
  name: string
  alias: string | null
  /** Mbit/s, 0 when the agent does not say. */
  speedMbps: number
  /** Whether the agent has 64-bit counters for it. */
  wide: boolean
  up: boolean
}

/** What is learnt of a device once, and again after a change of its software or interfaces. */
export interface Learnt {
  descr: string | null
  objectId: string | null
  name: string | null
  model: string | null
  serial: string | null
  software: string | null
  appVersion: string | null
  avVersion: string | null
  threatVersion: string | null
  haState: string | null
  interfaces: KnownInterface[]
  /** Indexes of hrProcessorLoad, in the agent's order. */
  processors: string[]
  /** PAN objects that this software has. */
  pan: (keyof typeof PAN)[]
  /** Index of the sensor for received optical power, and its decimal digits. */
  optical: { index: string; digits: number } | null
}

/** Asks for everything worth knowing. A missing table or object is left out, never an error. */
export async function discover(transport: SnmpTransport): Promise<Learnt> {
  const scalars = await transport.get([...Object.values(SYSTEM), ...Object.values(PAN)])
  const processors = await transport.walk(PROCESSOR_LOAD, 64)
  return {
    descr: textAt(scalars, SYSTEM.descr),
    objectId: textAt(scalars, SYSTEM.objectId),
    name: textAt(scalars, SYSTEM.name),
    model: modelOf(textAt(scalars, SYSTEM.descr)),
    serial: textAt(scalars, PAN.serial),
    software: textAt(scalars, PAN.swVersion),
    appVersion: textAt(scalars, PAN.appVersion),
    avVersion: textAt(scalars, PAN.avVersion),
    threatVersion: textAt(scalars, PAN.threatVersion),
    haState: textAt(scalars, PAN.haState),
    interfaces: await interfaces(transport),
    processors: [...processors.keys()].map((oid) => indexBelow(PROCESSOR_LOAD, oid)!),
    pan: (Object.keys(PAN) as (keyof typeof PAN)[]).filter((key) => scalars.get(PAN[key])?.type !== 'absent'),
    optical: await opticalSensor(transport),
  }
}

/** PAN-OS names its model in sysDescr only: `Palo Alto Networks PA-440 series firewall`. */
export function modelOf(descr: string | null): string | null {
  return descr?.match(/\bPA-\d+\w*/)?.[0] ?? null
}

async function interfaces(transport: SnmpTransport): Promise<KnownInterface[]> {
  const column = (root: string) => transport.walk(root, 256)
  const names = await column(INTERFACE.name)
  const descriptions = names.size ? names : await column(INTERFACE.descr)
  const root = names.size ? INTERFACE.name : INTERFACE.descr
  const wide = await column(INTERFACE.in64)
  const speed = await column(INTERFACE.highSpeed)
  const alias = await column(INTERFACE.alias)
  const oper = await column(INTERFACE.oper)
  return [...descriptions].map(([oid, value]) => {
    const index = indexBelow(root, oid)!
    return {
      index,
      name: value.type === 'bytes' ? text(value.value) : index,
      alias: textAt(alias, `${INTERFACE.alias}.${index}`),
      speedMbps: numberAt(speed, `${INTERFACE.highSpeed}.${index}`) ?? 0,
      wide: wide.has(`${INTERFACE.in64}.${index}`),
      up: numberAt(oper, `${INTERFACE.oper}.${index}`) === 1,
    }
  })
}

/** A sensor named like "… Rx Power" that gives dBm. RFC 3433 has no type for it; units say what it is. */
async function opticalSensor(transport: SnmpTransport): Promise<Learnt['optical']> {
  const units = await transport.walk(SENSOR.units, 128)
  for (const [oid, unit] of units) {
    const index = indexBelow(SENSOR.units, oid)!
    if (unit.type !== 'bytes' || text(unit.value).toLowerCase() !== 'dbm') continue
    const name = `${SENSOR.physicalName}.${index}`
    const precision = `${SENSOR.precision}.${index}`
    const details = await transport.get([name, precision])
    if (!/\brx\b|receive/i.test(textAt(details, name) ?? '')) continue
    return { index, digits: numberAt(details, precision) ?? 0 }
  }
  return null
}
