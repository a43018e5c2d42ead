/** Lets only so many tasks run at a time; the others wait in order, or until their signal aborts. */
export class Turns {
  #free: number
  #waiting: (() => void)[] = []

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  /** @throws the signal's reason when it aborts before the turn comes */
  async run<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    await this.#enter(signal)
    try {
      return await task()
    } finally {
      this.#leave()
    }
  }

  async #enter(signal: AbortSignal) {
    signal.throwIfAborted()
    if (this.#free > 0) return void this.#free--
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.#waiting = this.#waiting.filter((one) => one !== enter)
        reject(signal.reason)
      }
      this.#waiting.push(enter)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  #leave() {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free++
  }
}
