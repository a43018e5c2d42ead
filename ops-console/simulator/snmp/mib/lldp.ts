import { LOCAL_PORT, NEIGHBOUR } from '#ops/probes/snmp/oids'
import { integer, octets } from '../../ber.ts'
import type { SimulatedDevice } from '../../device.ts'
import type { Port } from './ports.ts'
import type { Entry, Read } from './table.ts'

interface Beside {
  device: SimulatedDevice
  port: string
}

/** LLDP-MIB: local ports, and who stands at the other end of each. */
export const lldp = (ports: readonly Port[]): Entry[] =>
  ports.flatMap((port) => [...local(port), ...remote(port)])

const local = ({ index, name }: Port): Entry[] => [
  [`${LOCAL_PORT.idType}.${index}`, () => integer(5)],
  [`${LOCAL_PORT.id}.${index}`, () => octets(name)],
]

function remote(port: Port): Entry[] {
  const told =
    (read: (beside: Beside) => ReturnType<typeof integer>): Read =>
    (d) => {
      const beside = neighbour(d, port)
      return beside && beside.device.reachable ? read(beside) : null
    }
  const columns: Entry[] = [
    [NEIGHBOUR.chassisType, told(() => integer(4))],
    [NEIGHBOUR.chassis, told(({ device }) => octets(device.mac))],
    [NEIGHBOUR.portType, told(() => integer(5))],
    [NEIGHBOUR.port, told((beside) => octets(beside.port))],
    [NEIGHBOUR.name, told(({ device }) => octets(device.name))],
  ]
  return columns.map(([column, read]) => [`${column}.0.${port.index}.1`, read])
}

/** The firewall's uplink ends at its terminal's ether1, the terminal's fibre at the core, a core's VLAN at a terminal. */
function neighbour(device: SimulatedDevice, port: Port): Beside | null {
  const named = (one: SimulatedDevice | undefined, name: string) => (one ? { device: one, port: name } : null)
  const { kind, parents, children, unit } = device
  if (kind === 'edge' && port.alias === 'NETTE')
    return named(
      parents.find((one) => one.kind === 'cpe'),
      'ether1'
    )
  if (kind === 'cpe' && port.name === 'ether1')
    return named(
      children.find((one) => one.kind === 'edge'),
      'ethernet1/1'
    )
  if (kind === 'cpe' && port.fibre) return named(parents[0], `vlan-${unit}`)
  if (kind !== 'core' || port.type !== 135) return null
  return named(
    children.find((one) => one.kind === 'cpe' && one.unit === port.alias),
    'sfp1'
  )
}
