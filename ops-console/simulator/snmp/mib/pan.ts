import { ENTITY, PAN, SENSOR } from '#ops/probes/snmp/oids'
import { counter64, integer, octets, type BerValue } from '../../ber.ts'
import type { SimulatedDevice } from '../../device.ts'
import type { ModelFigures } from '../../models.ts'
import type { Entry, Read } from './table.ts'

const DAY_MS = 86_400_000
const TEMPERATURE = 10
const RX_POWER = 20

/** PAN-COMMON-MIB; older software (`noPan`) has none of it. */
export function pan(model: ModelFigures): Entry[] {
  const { software, sessionsMax } = model
  const part = (thousandths: number) => (d: SimulatedDevice) => integer((d.sessions * thousandths) / 1000)
  const known: Entry[] = [
    [PAN.swVersion, () => octets(software)],
    [PAN.hwVersion, () => octets('1.0')],
    [PAN.serial, (d) => octets(d.serial)],
    [PAN.appVersion, () => octets('8912-9070')],
    [PAN.avVersion, () => octets('5102-5620')],
    [PAN.threatVersion, () => octets('8912-9070')],
    [PAN.urlVersion, () => octets('20261120.20118')],
    [PAN.haState, () => octets('disabled')],
    [PAN.haPeerState, () => octets('unknown')],
    [PAN.haMode, () => octets('disabled')],
    [PAN.clientVersion, () => octets('0.0.0')],
    [PAN.wildfireVersion, () => octets('926412-930210')],
    [PAN.policyDeny, (d) => counter64(d.site.octets('in') / 90_000n)],
    [PAN.chassis, () => integer(1)],
    [PAN.sessionUse, (d) => integer((d.sessions / sessionsMax) * 100)],
    [PAN.sessionsMax, () => integer(sessionsMax)],
    [PAN.sessions, (d) => integer(d.sessions)],
    [PAN.sessionsTcp, part(720)],
    [PAN.sessionsUdp, part(260)],
    [PAN.sessionsIcmp, part(20)],
    [PAN.panorama, () => octets('not-connected')],
  ]
  return [...known, ...released(software)].map(([oid, read]) => [oid, unlessOld(read)])
}

const unlessOld =
  (read: Read): Read =>
  (d) =>
    d.faults.noPan ? null : read(d)

/** Release dates came with PAN-OS 11. */
function released(software: string): Entry[] {
  if (!software.startsWith('11.')) return []
  const daysAgo = (days: number) => (): BerValue => {
    const at = new Date(Date.now() - days * DAY_MS).toISOString()
    return octets(`${at.slice(0, 10).replaceAll('-', '/')} 04:02:08 CET`)
  }
  return [
    [PAN.appReleased, daysAgo(2)],
    [PAN.threatReleased, daysAgo(2)],
    [PAN.avReleased, daysAgo(1)],
    [PAN.wildfireReleased, daysAgo(0)],
  ]
}

/** Chassis, and its sensors: temperature, and received light where no terminal stands before the firewall. */
export const panEntities = (model: ModelFigures): Entry[] => [
  [`${ENTITY.descr}.1`, () => octets(`Palo Alto Networks ${model.name}`)],
  [`${ENTITY.class}.1`, () => integer(3)],
  [`${ENTITY.name}.1`, () => octets('Chassis')],
  [`${ENTITY.software}.1`, () => octets(model.software)],
  [`${ENTITY.serial}.1`, (d) => octets(d.serial)],
  [`${ENTITY.model}.1`, () => octets(model.name)],
  ...sensor(TEMPERATURE, 'Temperature at CPU', 8, 0, 'celsius', (d) => d.temperature),
  ...sensor(RX_POWER, 'ethernet1/1 Rx Power', 1, 2, 'dBm', (d) =>
    d.parents.some((parent) => parent.kind === 'cpe') || !d.optics.present ? null : d.rxDbm * 100
  ),
]

type Sensed = (device: SimulatedDevice) => number | null

/** ENTITY-SENSOR-MIB: scale 9 is "units"; `digits` decimal places. */
function sensor(
  index: number,
  name: string,
  type: number,
  digits: number,
  unit: string,
  value: Sensed
): Entry[] {
  const where =
    (read: Read): Read =>
    (d) =>
      value(d) === null ? null : read(d)
  const columns: Entry[] = [
    [SENSOR.physicalName, () => octets(name)],
    [SENSOR.type, () => integer(type)],
    [SENSOR.scale, () => integer(9)],
    [SENSOR.precision, () => integer(digits)],
    [SENSOR.value, (d) => integer(value(d)!)],
    [SENSOR.status, () => integer(1)],
    [SENSOR.units, () => octets(unit)],
  ]
  return columns.map(([column, read]) => [`${column}.${index}`, where(read)])
}
