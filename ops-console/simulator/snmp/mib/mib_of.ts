import type { SimulatedDevice } from '../../device.ts'
import { interfaces } from './interfaces.ts'
import { lldp } from './lldp.ts'
import { mikrotik } from './mikrotik.ts'
import { pan, panEntities } from './pan.ts'
import { portsOf } from './ports.ts'
import { system } from './system.ts'
import { Mib } from './table.ts'

const shared = new Map<string, Mib>()
const ofCores = new WeakMap<SimulatedDevice, { version: string; mib: Mib }>()

/** What a device can be asked. Devices of one model share it; a core's depends on who hangs on it. */
export function mibOf(device: SimulatedDevice): Mib {
  const version = `${device.model.name}/${device.renumbered % 50}/${device.kind}`
  if (device.kind === 'core') return coreMib(device, `${version}/${device.children.length}`)
  let found = shared.get(version)
  if (!found) shared.set(version, (found = build(device)))
  return found
}

function coreMib(device: SimulatedDevice, version: string): Mib {
  const kept = ofCores.get(device)
  if (kept?.version === version) return kept.mib
  const mib = build(device)
  ofCores.set(device, { version, mib })
  return mib
}

function build(device: SimulatedDevice): Mib {
  const { model } = device
  const ports = portsOf(device)
  const vendor = model.family === 'panos' ? [...pan(model), ...panEntities(model)] : mikrotik(model, ports)
  return new Mib([...system(model), ...interfaces(ports), ...vendor, ...lldp(ports)])
}
