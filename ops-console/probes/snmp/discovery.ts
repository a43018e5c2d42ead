import { indexBelow, textAt } from './decode.ts'
import { discoverEntities } from './discover_entities.ts'
import { discoverInterfaces } from './discover_interfaces.ts'
import { discoverNeighbours } from './discover_neighbours.ts'
import { discoverStorage } from './discover_storage.ts'
import type { Family, Learnt } from './learnt.ts'
import { MIKROTIK, OPTICAL, PAN, PROCESSOR_LOAD, SYSTEM } from './oids.ts'
import type { SnmpTransport, SnmpValues } from './transport.ts'

export type { KnownInterface, Learnt, Neighbour } from './learnt.ts'

const SCALARS = [...Object.values(SYSTEM), ...Object.values(PAN), ...Object.values(MIKROTIK)]

/** Asks for everything worth knowing. A missing table or object is left out, never an error. */
export async function discover(transport: SnmpTransport): Promise<Learnt> {
  const scalars = await transport.get(SCALARS)
  const has = <K extends string>(objects: Record<K, string>) =>
    (Object.keys(objects) as K[]).filter((key) => scalars.get(objects[key])?.type !== 'absent')
  const family = familyOf(textAt(scalars, SYSTEM.objectId))
  const processors = [...(await transport.walk(PROCESSOR_LOAD, 64)).keys()]
  const interfaces = await discoverInterfaces(transport)
  const entities = await discoverEntities(transport)
  return {
    ...identity(scalars, entities.chassis),
    family,
    interfaces,
    processors: processors.map((oid) => indexBelow(PROCESSOR_LOAD, oid)!),
    pan: has(PAN),
    mikrotik: has(MIKROTIK),
    optical: entities.optical,
    temperature: entities.temperature,
    inventory: entities.inventory,
    transceiver: family === 'routeros' ? await transceiver(transport) : null,
    ...(await discoverStorage(transport)),
    clock: scalars.get(SYSTEM.date)?.type === 'bytes',
    neighbours: await discoverNeighbours(transport, interfaces),
  }
}

function identity(scalars: SnmpValues, chassis: Partial<Learnt>) {
  const descr = textAt(scalars, SYSTEM.descr)
  const released = [PAN.appReleased, PAN.threatReleased, PAN.avReleased].flatMap(
    (oid) => textAt(scalars, oid) ?? []
  )
  return {
    descr,
    objectId: textAt(scalars, SYSTEM.objectId),
    name: textAt(scalars, SYSTEM.name),
    location: textAt(scalars, SYSTEM.location),
    model: modelOf(descr) ?? textAt(scalars, MIKROTIK.board) ?? chassis.model ?? null,
    serial: textAt(scalars, PAN.serial) ?? textAt(scalars, MIKROTIK.serial) ?? chassis.serial ?? null,
    software: textAt(scalars, PAN.swVersion) ?? textAt(scalars, MIKROTIK.version) ?? chassis.software ?? null,
    firmware: textAt(scalars, MIKROTIK.firmware),
    appVersion: textAt(scalars, PAN.appVersion),
    avVersion: textAt(scalars, PAN.avVersion),
    threatVersion: textAt(scalars, PAN.threatVersion),
    urlVersion: textAt(scalars, PAN.urlVersion),
    wildfireVersion: textAt(scalars, PAN.wildfireVersion),
    contentReleased: released.sort().at(-1) ?? null,
    haState: textAt(scalars, PAN.haState),
    haMode: textAt(scalars, PAN.haMode),
  }
}

/** PAN-OS names its model in sysDescr only: `Palo Alto Networks PA-440 series firewall`. */
export function modelOf(descr: string | null): string | null {
  return descr?.match(/\bPA-\d+\w*/)?.[0] ?? null
}

/** By the vendor's number below 1.3.6.1.4.1. */
export function familyOf(objectId: string | null): Family {
  if (objectId?.startsWith('1.3.6.1.4.1.25461.')) return 'panos'
  return objectId?.startsWith('1.3.6.1.4.1.14988.') ? 'routeros' : 'other'
}

/** The first row of the optical table; an empty cage and a copper port have none. */
async function transceiver(transport: SnmpTransport): Promise<string | null> {
  const [oid] = (await transport.walk(OPTICAL.rxPower, 16)).keys()
  return oid === undefined ? null : indexBelow(OPTICAL.rxPower, oid)
}
