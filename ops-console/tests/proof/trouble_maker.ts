import { FieldControl } from '#ops/simulator/control_client'

/** Fault, its value, shortest and longest duration in seconds, how often it is drawn; `place` by unit. */
interface Kind {
  fault: string
  value?: number | boolean
  seconds: [number, number]
  weight: number
  device: 'edge' | 'cpe' | 'unit'
}

const LONG: [number, number] = [20, 150]
const KINDS: readonly Kind[] = [
  ...(['stopped', 'mute'] as const).map((fault): Kind => ({
    fault,
    seconds: LONG,
    weight: 4,
    device: 'edge',
  })),
  { fault: 'stopped', seconds: [2, 6], weight: 4, device: 'edge' },
  { fault: 'linkDown', seconds: LONG, weight: 4, device: 'cpe' },
  { fault: 'mute', seconds: LONG, weight: 2, device: 'cpe' },
  { fault: 'powerOff', seconds: LONG, weight: 2, device: 'unit' },
  { fault: 'malformed', value: 1, seconds: LONG, weight: 2, device: 'edge' },
  ...['genErr', 'wrongRequestId'].map((fault): Kind => ({ fault, seconds: LONG, weight: 1, device: 'edge' })),
  { fault: 'highCpu', seconds: [100, 180], weight: 3, device: 'edge' },
  { fault: 'manySessions', seconds: [100, 180], weight: 2, device: 'edge' },
  { fault: 'opticalLossDb', value: 4.2, seconds: [100, 180], weight: 2, device: 'cpe' },
  { fault: 'slowMs', value: 250, seconds: LONG, weight: 2, device: 'edge' },
  { fault: 'dropPercent', value: 5, seconds: LONG, weight: 3, device: 'edge' },
  ...[
    'duplicate',
    'noPan',
    'hugeCounters',
    'syslog.badUtf8',
    'syslog.splitFrames',
    'trap.wrongCommunity',
  ].map((fault): Kind => ({ fault, seconds: LONG, weight: 1, device: 'edge' })),
  ...['panos.truncated', 'panos.http403', 'panos.busy', 'panos.mute', 'panos.html'].map((fault): Kind => ({
    fault,
    seconds: LONG,
    weight: 1,
    device: 'edge',
  })),
  { fault: 'routeros.mute', seconds: LONG, weight: 1, device: 'cpe' },
  { fault: 'lateMs', value: 400, seconds: LONG, weight: 1, device: 'edge' },
  { fault: 'mostValues', value: 8, seconds: LONG, weight: 1, device: 'edge' },
  ...['reboot', 'counter_reset', 'renumber', 'engine_boots_jump', 'uptime_wrap'].map((fault): Kind => ({
    fault,
    seconds: [1, 2],
    weight: 1,
    device: 'edge',
  })),
]
/** Of the units that may be silent at once: far from where our own way out is suspected. */
const MOST_AT_ONCE = 0.15

/** The same numbers from the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Befalls units of a field with faults at random, one a unit at a time, each ended after its time. */
export class TroubleMaker {
  readonly counts: Record<string, number> = {}
  #control: FieldControl
  #units: readonly string[]
  #random: () => number
  #ends = new Map<string, { at: number; place: string }>()
  #nextAt = 0

  constructor(control: FieldControl, units: readonly string[], random: () => number) {
    this.#control = control
    this.#units = units
    this.#random = random
  }

  /** To be called often: ends what has lasted, begins what is due. `everyMs` is the mean time between two faults. */
  async tick(now: number, everyMs: number) {
    for (const [unit, { at, place }] of this.#ends) {
      if (at > now) continue
      this.#ends.delete(unit)
      await this.#control.command(place, 'clear')
    }
    if (now < this.#nextAt) return
    this.#nextAt = now + everyMs * 2 * this.#random()
    if (this.#ends.size < this.#units.length * MOST_AT_ONCE) await this.#begin(now)
  }

  /** An outage of all. */
  async core(out: boolean) {
    if (out) this.counts['core stopped'] = (this.counts['core stopped'] ?? 0) + 1
    await this.#control.command('core', 'stopped', out)
  }

  async clear() {
    for (const { place } of this.#ends.values()) await this.#control.command(place, 'clear')
    this.#ends.clear()
    await this.core(false)
  }

  async #begin(now: number) {
    const unit = this.#units[Math.floor(this.#random() * this.#units.length)]!
    if (this.#ends.has(unit)) return
    const { fault, value, seconds, device } = this.#draw()
    const [least, most] = seconds
    const place = device === 'unit' ? unit : `${unit}/${device}`
    await this.#control.command(place, fault, value)
    this.counts[fault] = (this.counts[fault] ?? 0) + 1
    this.#ends.set(unit, { at: now + (least + this.#random() * (most - least)) * 1000, place })
  }

  #draw(): Kind {
    let left = this.#random() * KINDS.reduce((sum, { weight }) => sum + weight, 0)
    return KINDS.find(({ weight }) => (left -= weight) < 0) ?? KINDS[0]!
  }
}
