import type { KnownSender } from './directory.ts'

/** A source that speaks faster than it may, from its first refused message until it was calm for a minute. */
export interface Storm {
  tenantId: number
  deviceId: string
  /** Messages since it began, kept and refused alike. */
  count: number
  since: number
  lastAt: number
}

const CALM_MS = 60_000

/** Storms by device. Each becomes one incident with a count, however long it lasts. */
export class Storms {
  readonly #storms = new Map<string, Storm>()

  /** Called for each message of the device; a storm begins with the first that was refused. */
  see({ tenantId, deviceId }: KnownSender, refused: boolean, now: number) {
    const storm = this.#storms.get(deviceId)
    if (storm) {
      storm.count++
      if (refused) storm.lastAt = now
    } else if (refused) {
      this.#storms.set(deviceId, { tenantId, deviceId, count: 1, since: now, lastAt: now })
    }
  }

  /** Storms that go on, and those that are over and are forgotten with this. */
  take(now: number): { going: Storm[]; over: Storm[] } {
    const all = [...this.#storms.values()]
    const over = all.filter(({ lastAt }) => now - lastAt >= CALM_MS)
    for (const { deviceId } of over) this.#storms.delete(deviceId)
    return { going: all.filter((storm) => !over.includes(storm)), over }
  }
}
