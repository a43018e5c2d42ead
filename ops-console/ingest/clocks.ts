import { LARGEST_SKEW_S, skewOf, type AttributedEvent } from './event.ts'

export interface DeviceClock {
  tenantId: number
  deviceId: string
  /** Seconds the device's clock is ahead of ours, median of its last messages. */
  skewS: number | null
  lastEventAt: number
  warns: boolean
}

interface Kept extends DeviceClock {
  recent: number[]
}

const REMEMBERED = 9
/** A warning ends below half of what raised it. */
const CLEAR_S = LARGEST_SKEW_S / 2

/** How far each device's clock is off, judged by what its messages say. */
export class Clocks {
  readonly #clocks = new Map<string, Kept>()
  readonly #changed = new Set<string>()

  see(event: AttributedEvent) {
    const { deviceId, tenantId, receivedAt } = event
    if (deviceId === null) return
    const clock = this.#clocks.get(deviceId) ?? fresh(tenantId, deviceId)
    this.#clocks.set(deviceId, clock)
    this.#changed.add(deviceId)
    clock.lastEventAt = receivedAt
    const skew = skewOf(event)
    if (skew === null) return
    clock.recent.push(skew)
    if (clock.recent.length > REMEMBERED) clock.recent.shift()
    clock.skewS = median(clock.recent)
    const off = Math.abs(clock.skewS)
    // A message that waited in the device's buffer looks late: one alone raises no warning.
    if (clock.recent.length >= 3 && off > LARGEST_SKEW_S) clock.warns = true
    else if (off < CLEAR_S) clock.warns = false
  }

  /** Has the clock of this device told with the changed ones, if there is one. */
  touch(deviceId: string) {
    if (this.#clocks.has(deviceId)) this.#changed.add(deviceId)
  }

  takeChanged(): DeviceClock[] {
    const changed = [...this.#changed].map((id) => this.#clocks.get(id)!)
    this.#changed.clear()
    return changed
  }
}

const fresh = (tenantId: number, deviceId: string): Kept => ({
  ...{ tenantId, deviceId, skewS: null, lastEventAt: 0, warns: false, recent: [] },
})

function median(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}
