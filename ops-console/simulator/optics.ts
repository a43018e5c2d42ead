import type { SimulatedDevice } from './device.ts'
import { between, chance } from './random.ts'

/** The transceiver of a device's fibre. */
export class Optics {
  #device: SimulatedDevice
  #now: () => number
  #decay = { since: 0, perHour: 0 }

  constructor(device: SimulatedDevice, now: () => number) {
    this.#device = device
    this.#now = now
  }

  get present() {
    return !this.#device.faults.emptyCage
  }

  /** Power received, dBm, with a tenth of noise. */
  get rxDbm() {
    const { faults, key, site, tick } = this.#device
    return (
      site.acceptedRxDbm - (faults.opticalLossDb ?? 0) - this.#decayed() + (chance(key, 'rx', tick) - 0.5) / 5
    )
  }

  get txDbm() {
    const { key, tick } = this.#device
    return between(-6, -2, key, 'tx') + (chance(key, 'tx', tick) - 0.5) / 10
  }

  /** Degrees Celsius. */
  get temperature() {
    return this.#device.temperature + 4
  }

  get biasMa() {
    return Math.round(between(14, 26, this.#device.key, 'bias'))
  }

  get volt() {
    return 3.3 + (chance(this.#device.key, 'volt', this.#device.tick) - 0.5) / 50
  }

  /** dB lost since the decay began. */
  #decayed() {
    const perHour = this.#device.faults.opticalDecayDb ?? 0
    if (perHour !== this.#decay.perHour) this.#decay = { since: this.#now(), perHour }
    return (perHour * (this.#now() - this.#decay.since)) / 3_600_000
  }
}
