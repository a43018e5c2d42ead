import type { Faults, Incident } from './faults.ts'
import { between, chance } from './random.ts'
import { activityIn, SLOT_MS } from './traffic.ts'

export interface ModelFigures {
  name: string
  sessionsMax: number
  software: string
  /** Ethernet ports beside management. */
  ports: number
}

export const MODELS: Record<string, ModelFigures> = {
  'PA-220': { name: 'PA-220', sessionsMax: 64_000, software: '10.2.9-h1', ports: 8 },
  'PA-440': { name: 'PA-440', sessionsMax: 200_000, software: '11.1.4-h7', ports: 8 },
  'PA-820': { name: 'PA-820', sessionsMax: 128_000, software: '10.2.10', ports: 12 },
}

const DAY_MS = 86_400_000
const LONGEST_CATCH_UP = 2000

/** The physics of one simulated firewall: everything follows from its key, the time and its faults. */
export class SimulatedDevice {
  readonly key: string
  readonly model: ModelFigures
  readonly acceptedRxDbm: number
  faults: Faults = {}
  boots = 1
  interfacesChangedAt = 0
  #bootedAt: number
  #octets = { in: 0n, out: 0n }
  #slot: number
  #now: () => number

  constructor(key: string, model: string | null, now: () => number = Date.now) {
    this.key = key
    this.model = MODELS[model ?? 'PA-440'] ?? MODELS['PA-440']
    this.acceptedRxDbm = -Math.round(between(60, 140, key, 'rx')) / 10
    this.#now = now
    this.#bootedAt = now() - between(3, 180, key, 'boot') * DAY_MS
    this.#slot = now() / SLOT_MS
    this.#octets = {
      in: BigInt(Math.floor(between(1e11, 9e12, key, 'in'))),
      out: BigInt(Math.floor(between(1e10, 9e11, key, 'out'))),
    }
  }

  /** sysUpTime, 1/100 s. */
  get uptime() {
    return Math.floor((this.#now() - this.#bootedAt) / 10)
  }

  get serial() {
    return `0128010${String(Math.floor(chance(this.key, 'serial') * 1e5)).padStart(5, '0')}`
  }

  get activity() {
    return activityIn(this.key, Math.floor(this.#now() / SLOT_MS))
  }

  get sessions() {
    if (this.faults.manySessions)
      return Math.floor(this.model.sessionsMax * between(0.84, 0.9, this.key, this.#tick))
    return Math.floor(40 + this.activity * between(600, 3200, this.key, 'sessions'))
  }

  get cpuData() {
    if (this.faults.highCpu) return Math.round(between(86, 97, this.key, this.#tick))
    return Math.round(2 + this.activity * between(8, 26, this.key, 'cpu') + chance(this.key, this.#tick) * 4)
  }

  get cpuMgmt() {
    return Math.round(between(9, 22, this.key, 'mgmt') + chance(this.key, 'mgmt', this.#tick) * 14)
  }

  /** dBm, with a tenth of noise. */
  get rxDbm() {
    return (
      this.acceptedRxDbm - (this.faults.opticalLossDb ?? 0) + (chance(this.key, 'rx', this.#tick) - 0.5) / 5
    )
  }

  /** Bits per second in a slot. */
  rate(direction: 'in' | 'out', slot: number) {
    if (this.faults.uplinkDown) return 0
    const full = between(12e6, 190e6, this.key, 'rate')
    const share = direction === 'in' ? 1 : between(0.08, 0.3, this.key, 'upload')
    return full * share * activityIn(this.key, slot)
  }

  /** Octets that went over the uplink, consistent with `rate`. */
  octets(direction: 'in' | 'out') {
    this.#advance()
    return this.#octets[direction]
  }

  happen(incident: Incident) {
    if (incident === 'renumber') this.interfacesChangedAt = this.uptime
    else this.#octets = { in: 0n, out: 0n }
    if (incident === 'reboot') {
      this.#bootedAt = this.#now()
      this.boots++
    }
  }

  get #tick() {
    return Math.floor(this.#now() / SLOT_MS)
  }

  #advance() {
    const now = this.#now() / SLOT_MS
    let at = Math.max(this.#slot, now - LONGEST_CATCH_UP)
    let [input, out] = [0, 0]
    while (at < now) {
      const end = Math.min(Math.floor(at) + 1, now)
      const seconds = ((end - at) * SLOT_MS) / 1000
      input += (this.rate('in', Math.floor(at)) * seconds) / 8
      out += (this.rate('out', Math.floor(at)) * seconds) / 8
      at = end
    }
    this.#slot = now
    this.#octets.in += BigInt(Math.round(input))
    this.#octets.out += BigInt(Math.round(out))
  }
}
