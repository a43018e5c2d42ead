/** So many messages a second, and so many at once. */
export interface Allowance {
  perSecond: number
  burst: number
}

interface Bucket {
  tokens: number
  at: number
}

const MOST_SOURCES = 20_000

/**
 * Token bucket of each source (RFC 2697 in its simplest form). The number of sources is bounded: forged addresses
 * push out the longest unseen.
 */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>()

  /** True when a message of this source may pass at `now` (ms). */
  take(source: string, { perSecond, burst }: Allowance, now: number): boolean {
    const bucket = this.#buckets.get(source)
    if (!bucket) {
      if (this.#buckets.size >= MOST_SOURCES) this.#buckets.delete(this.#buckets.keys().next().value!)
      this.#buckets.set(source, { tokens: burst - 1, at: now })
      return burst >= 1
    }
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    if (bucket.tokens < 1) return false
    bucket.tokens--
    return true
  }

  get size() {
    return this.#buckets.size
  }
}
