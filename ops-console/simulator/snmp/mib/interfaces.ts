import { IF_NUMBER, IF_TABLE_LAST_CHANGE, INTERFACE } from '#ops/probes/snmp/oids'
import { counter32, counter64, gauge, integer, octets, ticks } from '../../ber.ts'
import type { SimulatedDevice } from '../../device.ts'
import type { Way } from '../../site.ts'
import type { Port } from './ports.ts'
import type { Entry } from './table.ts'

/** IF-MIB of the ports. */
export const interfaces = (ports: readonly Port[]): Entry[] => [
  [IF_NUMBER, () => integer(ports.length)],
  [IF_TABLE_LAST_CHANGE, (d) => ticks(d.interfacesChangedAt)],
  ...ports.flatMap(row),
]

function row(port: Port): Entry[] {
  const { index, name, alias, type, speedMbps } = port
  const count = (d: SimulatedDevice, way: Way) => d.counter(`${name} ${way}`, port.flow(d, way))
  const wide = (d: SimulatedDevice, way: Way) => (d.faults.counters32 ? null : counter64(count(d, way)))
  const state = (d: SimulatedDevice) => (port.up(d) ? 1 : 2)
  const isUplink = alias === 'NETTE'
  const errors = (d: SimulatedDevice) => (isUplink ? d.inErrors : 0n)
  const columns: Entry[] = [
    [INTERFACE.descr, () => octets(name)],
    [INTERFACE.type, () => integer(type)],
    [INTERFACE.speed, () => gauge(Math.min(speedMbps * 1e6, 2 ** 32 - 1))],
    [INTERFACE.mac, (d) => octets(macOf(d, index))],
    [INTERFACE.admin, (d) => integer(alias || port.up(d) ? 1 : 2)],
    [INTERFACE.oper, (d) => integer(state(d))],
    [INTERFACE.lastChange, () => ticks(0)],
    [INTERFACE.in32, (d) => counter32(count(d, 'in'))],
    [INTERFACE.out32, (d) => counter32(count(d, 'out'))],
    [INTERFACE.inErrors, (d) => counter32(errors(d))],
    [INTERFACE.outErrors, () => counter32(0n)],
    [INTERFACE.inDiscards, (d) => counter32(errors(d) / 4n)],
    [INTERFACE.outDiscards, () => counter32(0n)],
    [INTERFACE.name, () => octets(name)],
    [INTERFACE.in64, (d) => wide(d, 'in')],
    [INTERFACE.out64, (d) => wide(d, 'out')],
    [INTERFACE.highSpeed, () => gauge(speedMbps)],
    [INTERFACE.alias, () => octets(alias)],
    [INTERFACE.discontinuity, () => ticks(0)],
  ]
  return columns.map(([column, read]) => [`${column}.${index}`, read])
}

function macOf(device: SimulatedDevice, index: number): Buffer {
  const mac = Buffer.from(device.mac)
  mac[5] = (mac[5] + index) & 255
  return mac
}
