import type { Knex } from 'knex'
import { claimedLeases, claimLease, holdLease, releaseLease } from '#ops/scheduler/lease'
import type { Shard } from '#ops/scheduler/shards'

/** How long a lease lasts: a dead collector is replaced within two periods. Seconds. */
export const leaseSeconds = (pollMs: number) => Math.min(10, Math.max(2, pollMs / 1000))

const nameOf = (index: number, count: number) => (count === 1 ? 'polling' : `polling/${index}/${count}`)

/**
 * The shares of the city that this collector polls: its own, and those whose collector is not there. Who comes back
 * gets the own share again.
 */
export class Shares {
  #knex: Knex
  #holder: string
  #seconds: number
  #own: Shard
  held: ReadonlySet<number> = new Set()

  constructor(knex: Knex, holder: string, seconds: number, own: Shard = { index: 1, count: 1 }) {
    this.#knex = knex
    this.#holder = holder
    this.#seconds = seconds
    this.#own = own
  }

  get count() {
    return this.#own.count
  }

  get names() {
    return [...this.held].map((index) => nameOf(index, this.count))
  }

  /** Takes, renews and hands back. @throws what the database throws; then what was held counts until its lease ends */
  async renew(): Promise<ReadonlySet<number>> {
    const { index: own, count } = this.#own
    const others = Array.from({ length: count }, (_, i) => i + 1).filter((index) => index !== own)
    const claimed = new Set(
      others.length
        ? await claimedLeases(
            this.#knex,
            others.map((one) => nameOf(one, count))
          )
        : []
    )
    const held = new Set<number>()
    if (await this.#hold(own)) held.add(own)
    else if (count > 1) await claimLease(this.#knex, nameOf(own, count), this.#seconds)
    for (const index of others) {
      if (claimed.has(nameOf(index, count)))
        await releaseLease(this.#knex, this.#holder, nameOf(index, count))
      else if (await this.#hold(index)) held.add(index)
    }
    this.held = held
    return held
  }

  #hold(index: number) {
    return holdLease(this.#knex, this.#holder, this.#seconds, nameOf(index, this.count))
  }

  async release() {
    for (const name of this.names) await releaseLease(this.#knex, this.#holder, name)
    this.held = new Set()
  }
}
