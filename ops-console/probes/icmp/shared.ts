import { fping, type Ping } from './fping.ts'
import type { Replies } from './fping_output.ts'

/** Questions that come within this time go into one process: starting one holds everything else up. */
const GATHER_MS = 2000

interface Waiting {
  host: string
  resolve: (replies: Replies | null) => void
  reject: (error: unknown) => void
}

/** One fping for all targets of a cycle, whoever asks. */
export class SharedPing {
  #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | null = null
  #told = false
  readonly #ping: Ping
  readonly #run: typeof fping

  readonly #gatherMs: number

  constructor(ping: Ping, run = fping, gatherMs = GATHER_MS) {
    this.#ping = ping
    this.#run = run
    this.#gatherMs = gatherMs
  }

  /**
   * Replies of a host; null when the host has no line (unknown name).
   * @throws NotMeasured when this machine cannot ping
   */
  ask(host: string): Promise<Replies | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ host, resolve, reject })
      this.#timer ??= setTimeout(() => void this.#go(), this.#gatherMs)
    })
  }

  /** True the first time it is asked after the machine turned out to be unable to ping. */
  isNews() {
    const news = !this.#told
    this.#told = true
    return news
  }

  async #go() {
    const asked = this.#waiting
    this.#waiting = []
    this.#timer = null
    try {
      const found = await this.#run(
        asked.map(({ host }) => host),
        this.#ping
      )
      for (const { host, resolve } of asked) resolve(found.get(host) ?? null)
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
}
