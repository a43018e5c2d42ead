import { INTERFACE, IF_TABLE_LAST_CHANGE, PAN, PROCESSOR_LOAD, SENSOR, SYSTEM } from '#ops/probes/snmp/oids'
import { counter32, counter64, gauge, integer, objectId, octets, ticks, type BerValue } from './ber.ts'
import type { SimulatedDevice } from './device.ts'

export interface MibEntry {
  oid: string
  parts: number[]
  read: (device: SimulatedDevice) => BerValue
}

type Entry = [oid: string, read: MibEntry['read']]

const RX_SENSOR = 20
const UPLINK = 2

/** What a firewall with so many ports can be asked, in the order of OIDs; one table serves all of a model. */
export function mibFor(ports: number): MibEntry[] {
  return [...system(), ...pan(), ...interfaces(ports), ...sensors()]
    .map(([oid, read]) => ({ oid, parts: oid.split('.').map(Number), read }))
    .sort((a, b) => compare(a.parts, b.parts))
}

export function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i]
  return a.length - b.length
}

const system = (): Entry[] => [
  [SYSTEM.descr, (d) => octets(`Palo Alto Networks ${d.model.name} series firewall`)],
  [SYSTEM.objectId, () => objectId('1.3.6.1.4.1.25461.2.3.45')],
  [SYSTEM.uptime, (d) => ticks(d.uptime)],
  [SYSTEM.name, (d) => octets(`fw-${d.key.split('/')[0]}`)],
  [SYSTEM.engineBoots, (d) => integer(d.boots)],
  [`${PROCESSOR_LOAD}.1`, (d) => integer(d.cpuMgmt)],
  [`${PROCESSOR_LOAD}.2`, (d) => integer(d.cpuData)],
]

const pan = (): Entry[] => [
  [PAN.swVersion, (d) => octets(d.model.software)],
  [PAN.hwVersion, () => octets('1.0')],
  [PAN.serial, (d) => octets(d.serial)],
  [PAN.appVersion, () => octets('8912-9070')],
  [PAN.avVersion, () => octets('5102-5620')],
  [PAN.threatVersion, () => octets('8912-9070')],
  [PAN.haState, () => octets('disabled')],
  [PAN.chassis, () => integer(1)],
  [PAN.sessionUse, (d) => integer(Math.round((d.sessions / d.model.sessionsMax) * 100))],
  [PAN.sessionsMax, (d) => integer(d.model.sessionsMax)],
  [PAN.sessions, (d) => integer(d.sessions)],
]

function interfaces(ports: number): Entry[] {
  const names = ['mgmt', ...Array.from({ length: ports }, (_, i) => `ethernet1/${i + 1}`)]
  return [
    [IF_TABLE_LAST_CHANGE, (d) => ticks(d.interfacesChangedAt)],
    ...names.flatMap((name, i) => row(i + 1, name)),
  ]
}

/** Uplink, school network and wireless carry traffic; what enters by the uplink leaves by the other two. */
function row(index: number, name: string): Entry[] {
  const alias = ['', 'NETTE', 'Szkola', 'WiFi'][index - 1] ?? ''
  const share = [0.002, 1, 0.6, 0.4][index - 1] ?? 0
  const isUplink = index === UPLINK
  const octetsOf = (d: SimulatedDevice, way: 'in' | 'out') => {
    if (share === 0) return 0n
    const source = isUplink ? way : way === 'in' ? 'out' : 'in'
    return (d.octets(source) * BigInt(share * 1000)) / 1000n
  }
  const up = (d: SimulatedDevice) => (share === 0 || (isUplink && d.faults.uplinkDown) ? 2 : 1)
  return [
    [`${INTERFACE.descr}.${index}`, () => octets(name)],
    [`${INTERFACE.oper}.${index}`, (d) => integer(up(d))],
    [`${INTERFACE.in32}.${index}`, (d) => counter32(octetsOf(d, 'in'))],
    [`${INTERFACE.out32}.${index}`, (d) => counter32(octetsOf(d, 'out'))],
    [`${INTERFACE.name}.${index}`, () => octets(name)],
    [`${INTERFACE.in64}.${index}`, (d) => counter64(octetsOf(d, 'in'))],
    [`${INTERFACE.out64}.${index}`, (d) => counter64(octetsOf(d, 'out'))],
    [`${INTERFACE.highSpeed}.${index}`, () => gauge(1000)],
    [`${INTERFACE.alias}.${index}`, () => octets(alias)],
    [`${INTERFACE.discontinuity}.${index}`, () => ticks(0)],
  ]
}

/** A transceiver's received power, hundredths of dBm; type 1 is "other", the units say which. */
const sensors = (): Entry[] => [
  [`${SENSOR.physicalName}.${RX_SENSOR}`, () => octets('ethernet1/1 Rx Power')],
  [`${SENSOR.type}.${RX_SENSOR}`, () => integer(1)],
  [`${SENSOR.scale}.${RX_SENSOR}`, () => integer(9)],
  [`${SENSOR.precision}.${RX_SENSOR}`, () => integer(2)],
  [`${SENSOR.value}.${RX_SENSOR}`, (d) => integer(Math.round(d.rxDbm * 100))],
  [`${SENSOR.status}.${RX_SENSOR}`, () => integer(1)],
  [`${SENSOR.units}.${RX_SENSOR}`, () => octets('dBm')],
]
