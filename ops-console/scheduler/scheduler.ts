import type { Clock } from './clock.ts'
import { firstDelay, nextDelay, type Pace, type Standing } from './pace.ts'

export interface SchedulerOptions {
  clock: Clock
  /** For all alike, or for each its own. */
  pace: Pace | ((id: string) => Pace)
  /** Questions under way at once. */
  concurrency: number
  /** A turn that takes longer is given up, milliseconds. */
  deadlineMs: number | ((id: string) => number)
  /** Asks one device. Must see `signal` and settle; what it throws counts as not measured. */
  turn: (id: string, signal: AbortSignal) => Promise<Standing>
  onError: (id: string, error: unknown) => void
}

/** Turns for devices: each has its own timer, so a silent device delays nobody else. */
export class Scheduler {
  #options: SchedulerOptions
  #timers = new Map<string, () => void>()
  #running = new Map<string, AbortController>()
  #waiting: { id: string; due: number }[] = []
  #latest = 0

  constructor(options: SchedulerOptions) {
    this.#options = options
  }

  /** Longest time a turn waited for a free place since the last call, milliseconds. */
  takeLateness(): number {
    const late = this.#latest
    this.#latest = 0
    return late
  }

  /** Brings the set of devices in line; new ones are spread over the period. */
  watch(ids: readonly string[]) {
    const wanted = new Set(ids)
    for (const id of this.#known()) if (!wanted.has(id)) this.forget(id)
    const known = this.#known()
    const added = ids.filter((id) => !known.has(id))
    added.forEach((id, position) =>
      this.#after(id, firstDelay(position, added.length, this.#pace(id).pollMs))
    )
  }

  forget(id: string) {
    this.#timers.get(id)?.()
    this.#timers.delete(id)
    this.#waiting = this.#waiting.filter((turn) => turn.id !== id)
    this.#running.get(id)?.abort()
    this.#running.delete(id)
  }

  /** Gives a device its turn at once, unless it has one. */
  hurry(id: string) {
    if (this.#timers.has(id)) this.#after(id, 0)
  }

  stop() {
    for (const id of this.#known()) this.forget(id)
  }

  #pace(id: string): Pace {
    const { pace } = this.#options
    return typeof pace === 'function' ? pace(id) : pace
  }

  #known() {
    return new Set([...this.#timers.keys(), ...this.#running.keys(), ...this.#waiting.map((turn) => turn.id)])
  }

  #after(id: string, ms: number) {
    this.#timers.get(id)?.()
    const { clock } = this.#options
    this.#timers.set(
      id,
      clock.after(ms, () => {
        this.#timers.delete(id)
        this.#waiting.push({ id, due: clock.now() })
        this.#fill()
      })
    )
  }

  #fill() {
    while (this.#waiting.length && this.#running.size < this.#options.concurrency) {
      const { id, due } = this.#waiting.shift()!
      this.#latest = Math.max(this.#latest, this.#options.clock.now() - due)
      void this.#run(id)
    }
  }

  async #run(id: string) {
    const { clock, deadlineMs, turn, onError } = this.#options
    const began = clock.now()
    const control = new AbortController()
    this.#running.set(id, control)
    const cancel = clock.after(typeof deadlineMs === 'number' ? deadlineMs : deadlineMs(id), () =>
      control.abort()
    )
    let standing: Standing = { failures: 0, recovering: false }
    try {
      standing = await turn(id, control.signal)
    } catch (error) {
      onError(id, error)
    }
    cancel()
    if (this.#running.get(id) === control) {
      this.#running.delete(id)
      const spent = clock.now() - began
      this.#after(id, Math.max(0, nextDelay(standing, this.#pace(id)) - spent))
    }
    this.#fill()
  }
}
