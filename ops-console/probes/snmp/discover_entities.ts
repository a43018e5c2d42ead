import { indexBelow, numberAt, textAt } from './decode.ts'
import type { InventoryPart, KnownSensor, Learnt } from './learnt.ts'
import { ENTITY, SENSOR } from './oids.ts'
import type { SnmpTransport, SnmpValues } from './transport.ts'

const MOST = 128
/** PhysicalClass of RFC 6933. */
const CLASSES: Record<number, string> = {
  3: 'chassis',
  5: 'container',
  6: 'power',
  7: 'fan',
  8: 'sensor',
  9: 'module',
  10: 'port',
}
const CELSIUS = 8
const UNITS = 9

export interface Entities {
  chassis: Pick<Learnt, 'model' | 'serial' | 'software'>
  inventory: InventoryPart[]
  optical: Learnt['optical']
  temperature: KnownSensor | null
}

/** ENTITY-MIB and ENTITY-SENSOR-MIB: what the device is made of, its thermometer, its received light. */
export async function discoverEntities(transport: SnmpTransport): Promise<Entities> {
  const classes = await transport.walk(ENTITY.class, MOST)
  const inventory = await parts(transport, classes)
  const chassis = inventory.find((part) => part.class === 'chassis')
  const types = await transport.walk(SENSOR.type, MOST)
  return {
    chassis: {
      model: chassis?.model ?? null,
      serial: chassis?.serial ?? null,
      software: chassis?.software ?? null,
    },
    inventory,
    optical: types.size ? await opticalSensor(transport) : null,
    temperature: await thermometer(transport, types),
  }
}

async function parts(transport: SnmpTransport, classes: SnmpValues): Promise<InventoryPart[]> {
  const found: InventoryPart[] = []
  for (const oid of classes.keys()) {
    const index = indexBelow(ENTITY.class, oid)!
    const number = numberAt(classes, oid) ?? 0
    if (![3, 6, 7, 9].includes(number)) continue
    const at = (column: keyof typeof ENTITY) => `${ENTITY[column]}.${index}`
    const columns = ['descr', 'name', 'software', 'serial', 'model'] as const
    const values = await transport.get(columns.map(at))
    const [descr, name, software, serial, model] = columns.map((column) => textAt(values, at(column)))
    found.push({ name, descr, class: CLASSES[number], model, serial, software })
  }
  return found
}

/** A sensor named like "… Rx Power" that gives dBm. RFC 3433 has no type for it; units say what it is. */
async function opticalSensor(transport: SnmpTransport): Promise<Learnt['optical']> {
  const units = await transport.walk(SENSOR.units, MOST)
  for (const oid of units.keys()) {
    const index = indexBelow(SENSOR.units, oid)!
    if (textAt(units, oid)?.toLowerCase() !== 'dbm') continue
    const name = `${SENSOR.physicalName}.${index}`
    const precision = `${SENSOR.precision}.${index}`
    const details = await transport.get([name, precision])
    if (!/\brx\b|receive/i.test(textAt(details, name) ?? '')) continue
    return { index, digits: numberAt(details, precision) ?? 0 }
  }
  return null
}

/** The first sensor of type celsius. Its value is raw × 10^(3 × (scale − 9) − precision). */
async function thermometer(transport: SnmpTransport, types: SnmpValues): Promise<KnownSensor | null> {
  const oid = [...types.keys()].find((one) => numberAt(types, one) === CELSIUS)
  if (oid === undefined) return null
  const index = indexBelow(SENSOR.type, oid)!
  const [scale, precision] = [`${SENSOR.scale}.${index}`, `${SENSOR.precision}.${index}`]
  const details = await transport.get([scale, precision])
  const exponent = 3 * ((numberAt(details, scale) ?? UNITS) - UNITS) - (numberAt(details, precision) ?? 0)
  return { index, factor: 10 ** exponent }
}
