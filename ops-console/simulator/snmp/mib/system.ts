import { DEVICE_DESCR, PROCESSOR_LOAD, STORAGE, STORAGE_TYPE, SYSTEM } from '#ops/probes/snmp/oids'
import { integer, objectId, octets, ticks } from '../../ber.ts'
import type { SimulatedDevice } from '../../device.ts'
import type { ModelFigures } from '../../models.ts'
import { chance } from '../../random.ts'
import type { Entry } from './table.ts'

const HOST_UPTIME = '1.3.6.1.2.1.25.1.1.0'

export const system = (model: ModelFigures): Entry[] => {
  const panos = model.family === 'panos'
  return [
    [
      SYSTEM.descr,
      () => octets(panos ? `Palo Alto Networks ${model.name} series firewall` : `RouterOS ${model.name}`),
    ],
    [SYSTEM.objectId, () => objectId(panos ? '1.3.6.1.4.1.25461.2.3.45' : '1.3.6.1.4.1.14988.1')],
    [SYSTEM.uptime, (d) => ticks(d.uptime)],
    [SYSTEM.name, (d) => octets(d.name)],
    [SYSTEM.location, (d) => octets(d.unit)],
    [SYSTEM.engineBoots, (d) => integer(d.boots)],
    [SYSTEM.engineTime, (d) => integer(engineTime(d))],
    [HOST_UPTIME, (d) => ticks(d.uptime)],
    [SYSTEM.date, (d) => octets(dateAndTime(d.clock))],
    ...processors(model),
    ...storage(model),
  ]
}

/** Seconds since the engine booted; never wraps in practice (RFC 3414). */
export const engineTime = (device: SimulatedDevice) => Math.floor(device.uptime / 100) % 2 ** 31

/** DateAndTime of RFC 2579, eleven octets with the zone UTC. */
export function dateAndTime(at: Date): Buffer {
  const bytes = Buffer.from([
    0,
    0,
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    0,
    0,
    0,
    0x2b,
    0,
    0,
  ])
  bytes.writeUInt16BE(at.getUTCFullYear(), 0)
  bytes[5] = at.getUTCMinutes()
  bytes[6] = at.getUTCSeconds()
  bytes[7] = Math.floor(at.getUTCMilliseconds() / 100)
  return bytes
}

function processors({ family, processors: count }: ModelFigures): Entry[] {
  const panos = family === 'panos'
  const names = panos
    ? ['Management CPU', 'Dataplane CPU']
    : Array.from({ length: count }, (_, i) => `cpu${i}`)
  const load = (d: SimulatedDevice, i: number) =>
    panos ? (i === 0 ? d.cpuMgmt : d.cpuData) : Math.min(100, d.cpuData + chance(d.key, i, d.tick) * 6)
  return names.flatMap((name, i): Entry[] => [
    [`${DEVICE_DESCR}.${i + 1}`, () => octets(name)],
    [`${PROCESSOR_LOAD}.${i + 1}`, (d) => integer(load(d, i))],
  ])
}

/** RAM, the disk, and the packet buffers that PAN-OS lists among its storage. */
function storage({ family, memoryMb }: ModelFigures): Entry[] {
  const memory: Store = ['main memory', STORAGE_TYPE.ram, memoryMb * 1024, (d) => d.memoryUse]
  if (family === 'routeros') {
    return [
      ...store(65_536, memory),
      ...store(131_072, ['system disk', STORAGE_TYPE.flash, 1_048_576, () => 31]),
    ]
  }
  return [
    ...store(1010, ['Management Plane Memory', memory[1], memory[2], memory[3]]),
    ...store(1020, ['Dataplane Packet Buffers', STORAGE_TYPE.other, 16_384, (d) => d.activity * 4]),
    ...store(1030, ['/', STORAGE_TYPE.fixedDisk, 8_000_000, (d) => 46 + chance(d.key, 'disk') * 12]),
    ...store(1040, [
      '/opt/panlogs',
      STORAGE_TYPE.fixedDisk,
      64_000_000,
      (d) => 60 + chance(d.key, 'logs') * 20,
    ]),
  ]
}

type Store = [name: string, type: string, kib: number, percent: (device: SimulatedDevice) => number]

const store = (index: number, [name, type, kib, percent]: Store): Entry[] => [
  [`${STORAGE.type}.${index}`, () => objectId(type)],
  [`${STORAGE.descr}.${index}`, () => octets(name)],
  [`${STORAGE.unit}.${index}`, () => integer(1024)],
  [`${STORAGE.size}.${index}`, () => integer(kib)],
  [`${STORAGE.used}.${index}`, (d) => integer((kib * percent(d)) / 100)],
]
