import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import {
  FieldControl,
  FieldError,
  KNOWN_FAULTS,
  type PlayedDevice,
} from '../ops-console/simulator/control_client.ts'

const SAID: Record<FieldError['code'], (what: string) => string> = {
  E_NO_SIMULATOR: (path) =>
    `Symulator nie działa (${path}); uruchom npm start. / The simulator is not running (${path}); run npm start.`,
  E_NO_DEVICE: (place) => `Nie ma takiego urządzenia: ${place}. / There is no such device: ${place}.`,
  E_NO_FAULT: (fault) => `Nie ma takiej usterki: ${fault}. / There is no such fault: ${fault}. (--list)`,
}

/** Lets a simulated device fail, or ends it. */
export default class OpsFault extends BaseCommand {
  static commandName = 'ops:fault'
  static description =
    'Let a simulated device fail: ops:fault sp-21 link-down, ops:fault core stopped --clear'
  static options = { startApp: false }
  static help = [
    'PLACE is a unit (the fault finds its device), <unit>/edge, <unit>/cpe, or core.',
    'Faults of other protocols carry its name: panos.stallMs, routeros.mute, sepm.infectionWave.',
    '{{ binaryName }} ops:fault sp-21 optical-loss --value 6',
    '{{ binaryName }} ops:fault sp-21 --clear',
    '{{ binaryName }} ops:fault --list',
  ]

  @args.string({ description: 'Unit, device or core', required: false })
  declare place: string

  @args.string({ description: 'Name of the fault', required: false })
  declare fault: string

  @flags.number({ description: 'Number of the fault: milliseconds, percent, dB' })
  declare value: number

  @flags.boolean({ description: 'End the fault; without a fault, all of the place' })
  declare clear: boolean

  @flags.boolean({ description: 'List faults and the devices that have some' })
  declare list: boolean

  @flags.string({ description: 'Map of the simulator' })
  declare map: string

  async run() {
    const path = this.map ?? process.env.OPS_SIMULATOR_MAP ?? this.app.makePath('.data/simulator.json')
    const field = new FieldControl(path)
    try {
      if (this.list) return this.#print(await field.devices())
      if (!this.place || !(this.fault || this.clear))
        return this.#refuse('PLACE FAULT, PLACE --clear, --list')
      const devices = await field.command(this.place, this.fault ?? 'clear', this.#value())
      this.logger.success(
        `${this.fault ?? 'clear'}${this.clear && this.fault ? ' ×' : ''}: ${devices.join(', ')}`
      )
    } catch (error) {
      if (!(error instanceof FieldError)) throw error
      this.#refuse(SAID[error.code](error.message))
    }
  }

  #value() {
    return this.clear && this.fault ? false : this.value
  }

  #refuse(message: string) {
    this.logger.error(message)
    this.exitCode = 1
  }

  #print(devices: readonly PlayedDevice[]) {
    const known = this.ui.table().head(['fault', 'value'])
    for (const [name, value] of Object.entries(KNOWN_FAULTS)) known.row([name, String(value)])
    known.render()
    const failing = this.ui.table().head(['device', 'model', 'reachable', 'faults'])
    for (const { key, model, reachable, faults } of devices) {
      if (!reachable || Object.keys(faults).length) {
        failing.row([key, model, String(reachable), JSON.stringify(faults)])
      }
    }
    failing.render()
  }
}
