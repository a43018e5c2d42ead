import { between } from './random.ts'
import { activityIn, SLOT_MS } from './traffic.ts'

const LONGEST_CATCH_UP = 2000

export type Way = 'in' | 'out'

/** The traffic of one building over its link; its terminal, its firewall and the city's core all count the same octets. */
export class Site {
  readonly unit: string
  /** Optical power at acceptance, dBm. */
  readonly acceptedRxDbm: number
  #connected = true
  #octets: Record<Way, bigint>
  #at: number
  #full: number
  #upload: number
  #now: () => number

  constructor(unit: string, now: () => number) {
    this.unit = unit
    this.#now = now
    this.#at = now() / SLOT_MS
    this.acceptedRxDbm = -Math.round(between(60, 140, unit, 'rx')) / 10
    this.#full = between(12e6, 190e6, unit, 'rate')
    this.#upload = between(0.08, 0.3, unit, 'upload')
    this.#octets = {
      in: BigInt(Math.floor(between(1e11, 9e12, unit, 'in'))),
      out: BigInt(Math.floor(between(1e10, 9e11, unit, 'out'))),
    }
  }

  /** Bits per second in a slot; `in` is what the building receives. */
  rate(way: Way, slot: number): number {
    if (!this.#connected) return 0
    return this.#full * (way === 'in' ? 1 : this.#upload) * activityIn(this.unit, slot)
  }

  octets(way: Way): bigint {
    this.#advance()
    return this.#octets[way]
  }

  /** Traffic stops or goes on from this moment. */
  connect(connected: boolean) {
    this.#advance()
    this.#connected = connected
  }

  #advance() {
    const now = this.#now() / SLOT_MS
    if (now === this.#at) return
    let at = Math.max(this.#at, now - LONGEST_CATCH_UP)
    let [input, out] = [0, 0]
    while (at < now) {
      const slot = Math.floor(at)
      const end = Math.min(slot + 1, now)
      const seconds = ((end - at) * SLOT_MS) / 1000
      input += (this.rate('in', slot) * seconds) / 8
      out += (this.rate('out', slot) * seconds) / 8
      at = end
    }
    this.#at = now
    this.#octets.in += BigInt(Math.round(input))
    this.#octets.out += BigInt(Math.round(out))
  }
}
