import type { Counters } from '../counters.ts'
import type { AttributedEvent } from '../event.ts'

/** Events that wait for the database at most, about 30 MB. */
export const LONGEST_QUEUE = 20_000
const BATCH = 400
/** SQLSTATE classes of rows that PostgreSQL will never take: bad data, violated constraint. */
const HOPELESS = /^2[23]/
const NO_PARTITION = '23514'

interface Writing {
  write(events: readonly AttributedEvent[]): Promise<void>
  /** Makes the partitions that are missing. */
  ensureDays(): Promise<void>
}

/** The bounded queue between sockets and database. While the database is away it fills, then new events are dropped. */
export class EventQueue {
  #waiting: AttributedEvent[] = []
  #busy: Promise<void> | null = null

  constructor(
    private readonly database: Writing,
    private readonly counters: Counters
  ) {}

  get length() {
    return this.#waiting.length
  }

  push(event: AttributedEvent): boolean {
    if (this.#waiting.length >= LONGEST_QUEUE) {
      this.counters.droppedQueue++
      return false
    }
    this.#waiting.push(event)
    return true
  }

  /** Writes all that waits. One flush at a time. @throws what the database throws; the events are kept */
  flush(): Promise<void> {
    this.#busy ??= this.#flushAll().finally(() => (this.#busy = null))
    return this.#busy
  }

  async #flushAll() {
    while (this.#waiting.length) {
      const batch = this.#waiting.slice(0, BATCH)
      await this.#write(batch, true)
      this.#waiting.splice(0, batch.length)
    }
  }

  /** A row that is refused must not hold up the others: the batch is halved until it stands alone. */
  async #write(batch: AttributedEvent[], first: boolean): Promise<void> {
    try {
      await this.database.write(batch)
      this.#stored(batch)
    } catch (error) {
      const code = String((error as { code?: string }).code ?? '')
      if (!HOPELESS.test(code)) throw error
      if (code === NO_PARTITION && first) {
        await this.database.ensureDays()
        return this.#write(batch, false)
      }
      if (batch.length === 1) return void this.counters.refused++
      const middle = batch.length >> 1
      await this.#write(batch.slice(0, middle), false)
      await this.#write(batch.slice(middle), false)
    }
  }

  #stored(batch: readonly AttributedEvent[]) {
    const now = Date.now()
    this.counters.stored += batch.length
    for (const { receivedAt } of batch) {
      this.counters.longestDelayMs = Math.max(this.counters.longestDelayMs, now - receivedAt)
    }
  }
}
