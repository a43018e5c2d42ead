/** Counts turns of the last period for the heartbeat. */
export class Turns {
  #longest = 0
  #count = 0
  #since = Date.now()

  add(ms: number) {
    this.#longest = Math.max(this.#longest, ms)
    this.#count++
  }

  /** Figures since the last call. */
  take() {
    const minutes = Math.max(0.01, (Date.now() - this.#since) / 60_000)
    const taken = { longestMs: Math.round(this.#longest), perMinute: Math.round(this.#count / minutes) }
    this.#longest = 0
    this.#count = 0
    this.#since = Date.now()
    return taken
  }
}
