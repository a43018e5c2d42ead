import { Buckets } from './bucket.ts'

/** A device is asked at once at most so often, whatever it or a forger sends. */
const PER_DEVICE = { perSecond: 0.2, burst: 1 }
/** All hints together: a storm in the whole city must not become a storm of polls. */
const TOGETHER = { perSecond: 20, burst: 100 }
const MOST_WAITING = 1000

/** Messages as hints: each only asks for an immediate poll of its device, none sets a state (spec 8). */
export class Hints {
  readonly #buckets = new Buckets()
  #waiting = new Set<string>()

  onHint(deviceId: string, now: number): boolean {
    if (this.#waiting.size >= MOST_WAITING || this.#waiting.has(deviceId)) return false
    if (!this.#buckets.take(deviceId, PER_DEVICE, now)) return false
    if (!this.#buckets.take('together', TOGETHER, now)) return false
    this.#waiting.add(deviceId)
    return true
  }

  take(): string[] {
    const ids = [...this.#waiting]
    this.#waiting.clear()
    return ids
  }
}
