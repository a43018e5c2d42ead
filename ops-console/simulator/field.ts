import { SimulatedAgent } from './agent.ts'
import { SimulatedDevice } from './device.ts'
import type { FaultCommand } from './faults.ts'

export interface FieldDevice {
  key: string
  model: string | null
}

export interface FieldOptions {
  community: string
  /** `addresses`: one 127.91.x.y each, one port; `ports`: 127.0.0.1 with a port each. */
  layout?: 'addresses' | 'ports'
  port?: number
  now?: () => number
}

const DEFAULT_PORT = 16100

/** All simulated devices of the city. */
export class Field {
  readonly agents = new Map<string, SimulatedAgent>()
  #options: FieldOptions

  constructor(options: FieldOptions) {
    this.#options = options
  }

  /** Adds devices that are not there yet; existing ones keep their counters and addresses. */
  async add(devices: readonly FieldDevice[]) {
    const added = devices.filter((device) => !this.agents.has(device.key))
    for (const { key, model } of added) {
      const device = new SimulatedDevice(key, model, this.#options.now)
      const agent = await this.#place(device)
      this.agents.set(key, agent)
    }
    return added.map((device) => device.key)
  }

  /** Where 127/8 has only one address (macOS), the rest of the field moves to ports. */
  async #place(device: SimulatedDevice) {
    const { community, port = DEFAULT_PORT } = this.#options
    const position = this.agents.size
    if (this.#options.layout !== 'ports') {
      const host = `127.91.${Math.floor(position / 250)}.${(position % 250) + 1}`
      const agent = new SimulatedAgent(device, community, host, port)
      const started = await agent.start().then(
        () => true,
        () => false
      )
      if (started) return agent
      this.#options.layout = 'ports'
    }
    const agent = new SimulatedAgent(device, community, '127.0.0.1', 0)
    await agent.start()
    return agent
  }

  /** False: no such device. */
  async command(key: string, command: FaultCommand): Promise<boolean> {
    const agent = this.agents.get(key)
    if (!agent) return false
    const { device } = agent
    if (command.fault === 'clear') device.faults = {}
    else if ('value' in command) device.faults = { ...device.faults, [command.fault]: command.value }
    else device.happen(command.fault as 'reboot')
    if (device.faults.stopped) agent.stop()
    else await agent.start()
    return true
  }

  stop() {
    for (const agent of this.agents.values()) agent.stop()
    this.agents.clear()
  }
}
