import type { SimulatedDevice } from '../../device.ts'
import type { Way } from '../../site.ts'

/** One interface of a simulated device. */
export interface Port {
  index: number
  name: string
  alias: string
  /** ifType of RFC 2863: 6 Ethernet, 24 loopback, 53 virtual, 135 VLAN, 209 bridge. */
  type: number
  speedMbps: number
  up(device: SimulatedDevice): boolean
  /** Octets since ever in a direction. */
  flow(device: SimulatedDevice, way: Way): bigint
  fibre?: boolean
}

const port = (index: number, name: string, more: Partial<Port> = {}): Port => ({
  ...{ index, name, alias: '', type: 6, speedMbps: 1000, up: () => false, flow: () => 0n },
  ...more,
})

const opposite = (way: Way): Way => (way === 'in' ? 'out' : 'in')
const share = (octets: bigint, thousandths: number) => (octets * BigInt(thousandths)) / 1000n
const always = () => true

/** Ports of a device in its present numbering: each renumbering moves all of them. */
export function portsOf(device: SimulatedDevice): Port[] {
  const { kind } = device
  const ports = (kind === 'core' ? core : kind === 'cpe' ? terminal : firewall)(device)
  const shift = (device.renumbered % 50) * 100
  return shift ? ports.map((one) => ({ ...one, index: one.index + shift })) : ports
}

/** Uplink, school network and wireless carry traffic; what enters by the uplink leaves by the other two. */
function firewall({ model }: SimulatedDevice): Port[] {
  const inner = (thousandths: number): Partial<Port> => ({
    up: always,
    flow: (d, way) => share(d.site.octets(opposite(way)), thousandths),
  })
  const used: Partial<Port>[] = [
    { alias: 'NETTE', up: (d) => !d.faults.uplinkDown, flow: (d, way) => d.site.octets(way) },
    { alias: 'Szkola', ...inner(600) },
    { alias: 'WiFi', ...inner(400) },
  ]
  return [
    port(1, 'mgmt', { up: always, flow: (d, way) => share(d.site.octets(way), 2) }),
    ...Array.from({ length: model.ports }, (_, i) => port(i + 2, `ethernet1/${i + 1}`, used[i])),
  ]
}

/** The firewall hangs on ether1; what comes over the fibre leaves there. */
function terminal({ model }: SimulatedDevice): Port[] {
  const toFirewall: Partial<Port> = {
    alias: 'firewall',
    up: always,
    flow: (d, way) => d.site.octets(opposite(way)),
  }
  return [
    ...Array.from({ length: model.ports }, (_, i) => port(i + 1, `ether${i + 1}`, i === 0 ? toFirewall : {})),
    port(model.ports + 1, 'sfp1', {
      ...{ alias: 'NETTE', fibre: true },
      up: (d) => d.optics.present,
      flow: (d, way) => d.site.octets(way),
    }),
    port(model.ports + 2, 'bridge', { type: 209, speedMbps: 0, up: always }),
  ]
}

/** One VLAN for each building, all of them over the uplink `sfp1`. */
function core({ children }: SimulatedDevice): Port[] {
  const sum = (way: Way) => children.reduce((octets, child) => octets + child.site.octets(way), 0n)
  return [
    port(1, 'ether1', { alias: 'management', up: always }),
    port(2, 'sfp1', {
      alias: 'Internet',
      speedMbps: 100_000,
      fibre: true,
      up: always,
      flow: (_, way) => sum(way),
    }),
    ...children.map((child, i) =>
      port(i + 10, `vlan-${child.unit}`, {
        ...{ type: 135, alias: child.unit },
        up: () => child.passes,
        flow: (_, way) => child.site.octets(opposite(way)),
      })
    ),
  ]
}
