import { SimulatedDevice } from './device.ts'
import { usualDevice } from './fault_names.ts'
import type { FaultCommand, Faults, Incident } from './faults.ts'
import { FaultRecord } from './record.ts'
import { Site } from './site.ts'
import { SimulatedAgent } from './snmp/agent.ts'
import type { UsmUser } from './snmp/usm.ts'

export interface FieldDevice {
  key: string
  model: string | null
  /** Keys of what stands between it and the city; a key that is not played is left out. */
  parents?: readonly string[]
  /** False: it has no SNMP agent; servers of other protocols may play it. */
  snmp?: boolean
}

export interface FieldOptions {
  community: string
  /** SNMPv3 user of all devices; left out: v2c only. */
  usm?: UsmUser
  /** `addresses`: one 127.91.x.y each, one port; `ports`: 127.0.0.1 with a port each. */
  layout?: 'addresses' | 'ports'
  port?: number
  now?: () => number
}

const DEFAULT_PORT = 16100

/** All simulated devices of the city. */
export class Field {
  readonly devices = new Map<string, SimulatedDevice>()
  /** SNMP agents of the devices that have one. */
  readonly agents = new Map<string, SimulatedAgent>()
  readonly record: FaultRecord
  #sites = new Map<string, Site>()
  #options: FieldOptions

  constructor(options: FieldOptions) {
    this.#options = options
    this.record = new FaultRecord()
  }

  /** Adds devices that are not there yet; existing ones keep their counters and addresses. */
  async add(devices: readonly FieldDevice[]) {
    const added = devices.filter((device) => !this.devices.has(device.key))
    for (const { key, model, snmp = true } of added) {
      const unit = key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : key
      const device = new SimulatedDevice(key, model, this.#options.now, this.#site(unit))
      this.devices.set(key, device)
      if (snmp) this.agents.set(key, await this.#place(device))
    }
    this.#hang(devices)
    return added.map((device) => device.key)
  }

  device(key: string): SimulatedDevice | undefined {
    return this.devices.get(key)
  }

  /**
   * A fault of a device (`sp-12/edge`) or, without the device, of the one that the fault usually befalls; `powerOff`
   * and `clear` then mean all of the unit.
   * @returns keys of the devices it befell; empty: there is no such device
   */
  async command(place: string, command: FaultCommand): Promise<string[]> {
    const keys = this.#meant(place, command)
    for (const key of keys) this.#befall(this.device(key)!, command)
    this.#reconnect()
    return keys
  }

  stop() {
    for (const agent of this.agents.values()) agent.stop()
    this.agents.clear()
    this.devices.clear()
  }

  #site(unit: string): Site {
    let site = this.#sites.get(unit)
    if (!site) this.#sites.set(unit, (site = new Site(unit, this.#options.now ?? Date.now)))
    return site
  }

  #hang(devices: readonly FieldDevice[]) {
    for (const { key, parents } of devices) {
      if (!parents) continue
      const device = this.device(key)!
      for (const former of device.parents) former.children = former.children.filter((one) => one !== device)
      device.parents = [...new Set(parents)].flatMap((parent) => this.device(parent) ?? [])
      for (const parent of device.parents) parent.children.push(device)
    }
  }

  /** Where 127/8 has only one address (macOS), the rest of the field moves to ports. */
  async #place(device: SimulatedDevice) {
    const { port = DEFAULT_PORT } = this.#options
    const position = this.agents.size
    if (this.#options.layout !== 'ports') {
      const host = `127.91.${Math.floor(position / 250)}.${(position % 250) + 1}`
      const agent = new SimulatedAgent(device, this.#options, host, port)
      const started = await agent.start().then(
        () => true,
        () => false
      )
      if (started) return agent
      this.#options.layout = 'ports'
    }
    const agent = new SimulatedAgent(device, this.#options, '127.0.0.1', 0)
    await agent.start()
    return agent
  }

  #meant(place: string, command: FaultCommand): string[] {
    const known = (key: string) => (this.devices.has(key) ? [key] : [])
    if (place === 'core') return [...this.devices.keys()].filter((key) => key.endsWith('/core'))
    if (place.includes('/')) return known(place)
    const fault = 'clear' in command ? command.clear : command.fault
    if (fault === 'powerOff' || fault === 'clear') {
      return [...this.devices.keys()].filter((key) => this.device(key)!.unit === place)
    }
    const usual = known(`${place}/${usualDevice(String(fault))}`)
    return usual.length ? usual : known(`${place}/edge`)
  }

  #befall(device: SimulatedDevice, command: FaultCommand) {
    const before = device.faults
    if ('clear' in command) device.faults = without(before, command.clear)
    else if (command.fault === 'clear') device.faults = {}
    else if ('value' in command && command.value !== false && command.value !== undefined) {
      device.faults = { ...before, [command.fault]: command.value }
    } else if ('value' in command) device.faults = without(before, command.fault)
    else {
      device.happen(command.fault as Incident)
      this.record.happened(device.key, command.fault as Incident)
    }
    if (before.powerOff && !device.faults.powerOff) device.happen('reboot')
    this.record.changed(device.key, before, device.faults)
  }

  #reconnect() {
    const carrying = new Map<Site, boolean>()
    for (const device of this.devices.values()) {
      if (device.kind !== 'edge' && device.kind !== 'cpe') continue
      carrying.set(device.site, (carrying.get(device.site) ?? true) && device.passes)
    }
    for (const [site, connected] of carrying) site.connect(connected)
  }
}

function without(faults: Faults, name: keyof Faults): Faults {
  const { [name]: _, ...rest } = faults
  return rest
}
