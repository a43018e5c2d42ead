import { randomUUID } from 'node:crypto'

/** The last deltas of one room, so that a client that was away gets exactly what it missed. */
export class Ring<Change> {
  /** Names this numbering; another ring never continues it. */
  readonly epoch = randomUUID()
  #kept: { seq: number; changes: Change; size: number }[] = []
  #size = 0
  #seq = 0
  #most: number

  /** @param most entities that all kept deltas may carry together */
  constructor(most = 5000) {
    this.#most = most
  }

  get seq(): number {
    return this.#seq
  }

  /** Numbers a delta and keeps it. `size`: entities in it. */
  push(changes: Change, size: number): number {
    this.#kept.push({ seq: ++this.#seq, changes, size })
    this.#size += size
    while (this.#size > this.#most && this.#kept.length) this.#size -= this.#kept.shift()!.size
    return this.#seq
  }

  /** Deltas after `seq` in order; null when some of them are gone or the number was never given. */
  after(seq: number): { seq: number; changes: Change }[] | null {
    if (!Number.isInteger(seq) || seq < 0 || seq > this.#seq) return null
    const missed = this.#kept.filter((one) => one.seq > seq)
    if (missed.length !== this.#seq - seq) return null
    return missed.map((one) => ({ seq: one.seq, changes: one.changes }))
  }
}
