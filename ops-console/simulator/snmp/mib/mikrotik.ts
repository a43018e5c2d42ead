import { HEALTH_GAUGE, MIKROTIK, OPTICAL } from '#ops/probes/snmp/oids'
import { gauge, integer, octets, type BerValue } from '../../ber.ts'
import type { SimulatedDevice } from '../../device.ts'
import type { ModelFigures } from '../../models.ts'
import type { Port } from './ports.ts'
import type { Entry, Read } from './table.ts'

/** MIKROTIK-MIB: board, health as scalars and as the gauges of RouterOS 7, optics of the fibre ports. */
export const mikrotik = (model: ModelFigures, ports: readonly Port[]): Entry[] => [
  [MIKROTIK.version, () => octets(model.software)],
  [MIKROTIK.serial, (d) => octets(d.serial)],
  [MIKROTIK.firmware, () => octets(model.software)],
  [MIKROTIK.upgrade, () => octets(model.software)],
  [MIKROTIK.board, () => octets(model.name)],
  ...health(model),
  ...ports.filter((port) => port.fibre).flatMap(optics),
]

function health({ name }: ModelFigures): Entry[] {
  const volts = (d: SimulatedDevice) => 241 + (d.tick % 3)
  const shared: Entry[] = [
    [MIKROTIK.voltage, (d) => integer(volts(d))],
    [MIKROTIK.temperature, (d) => integer(d.temperature * 10)],
    [MIKROTIK.cpuTemperature, (d) => integer((d.temperature + 7) * 10)],
    ...healthGauge(1, 'cpu-temperature', 1, (d) => d.temperature + 7),
    ...healthGauge(2, 'voltage', 3, volts),
  ]
  if (!name.startsWith('CCR')) return shared
  return [
    ...shared,
    [MIKROTIK.psu1, () => integer(1)],
    [MIKROTIK.psu2, () => integer(1)],
    [MIKROTIK.fan1, (d) => gauge(4200 + (d.tick % 9) * 10)],
    [MIKROTIK.fan2, (d) => gauge(4260 + (d.tick % 7) * 10)],
    ...healthGauge(3, 'psu1-state', 6, () => 0),
    ...healthGauge(4, 'fan1-speed', 2, (d) => 4200 + (d.tick % 9) * 10),
  ]
}

const healthGauge = (
  index: number,
  name: string,
  unit: number,
  value: (d: SimulatedDevice) => number
): Entry[] => [
  [`${HEALTH_GAUGE.name}.${index}`, () => octets(name)],
  [`${HEALTH_GAUGE.value}.${index}`, (d) => integer(value(d))],
  [`${HEALTH_GAUGE.unit}.${index}`, () => integer(unit)],
]

/** An empty cage has no row. Powers in thousandths of dBm, temperature °C, supply mV, bias mA. */
function optics({ index, name }: Port): Entry[] {
  const has =
    (read: (d: SimulatedDevice) => BerValue): Read =>
    (d) =>
      d.optics.present ? read(d) : null
  const columns: Entry[] = [
    [OPTICAL.name, has(() => octets(name))],
    [OPTICAL.rxLoss, has((d) => integer(d.optics.rxDbm < -30 ? 1 : 0))],
    [OPTICAL.txFault, has(() => integer(0))],
    [OPTICAL.wavelength, has(() => gauge(131_000))],
    [OPTICAL.temperature, has((d) => integer(d.optics.temperature))],
    [OPTICAL.volt, has((d) => gauge(d.optics.volt * 1000))],
    [OPTICAL.bias, has((d) => gauge(d.optics.biasMa))],
    [OPTICAL.txPower, has((d) => integer(d.optics.txDbm * 1000))],
    [OPTICAL.rxPower, has((d) => integer(d.optics.rxDbm * 1000))],
  ]
  return columns.map(([column, read]) => [`${column}.${index}`, read])
}
