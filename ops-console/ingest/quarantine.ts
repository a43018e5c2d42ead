import type { IncomingEvent } from './event.ts'
import type { QuarantineReason } from './directory.ts'

/** What came from one unknown source, counted. */
export interface Quarantined {
  source: string
  serial: string
  reason: QuarantineReason
  via: string
  firstAt: number
  lastAt: number
  count: number
  sample: string
}

const MOST_SOURCES = 2000
const SAMPLE_LENGTH = 500

/** Counts messages of unknown origin since the last `take`; forged addresses beyond a limit are counted together. */
export class Quarantine {
  #sources = new Map<string, Quarantined>()

  add({ source, serial, via, message, receivedAt, people }: IncomingEvent, reason: QuarantineReason) {
    const full = this.#sources.size >= MOST_SOURCES
    const from = { source, serial: serial ?? '', reason }
    const own = `${source}/${from.serial}/${reason}`
    const key = full && !this.#sources.has(own) ? `*/${reason}` : own
    const known = this.#sources.get(key)
    const sample = people
      .reduce((text, name) => text.replaceAll(name, '•••'), message)
      .slice(0, SAMPLE_LENGTH)
    if (known) Object.assign(known, { lastAt: receivedAt, count: known.count + 1, sample })
    else {
      const place = key === own ? from : { source: '*', serial: '', reason }
      this.#sources.set(key, { ...place, via, firstAt: receivedAt, lastAt: receivedAt, count: 1, sample })
    }
  }

  take(): Quarantined[] {
    const all = [...this.#sources.values()]
    this.#sources.clear()
    return all
  }
}
