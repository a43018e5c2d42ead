export interface Slot {
  number: number
  /** `08:00`. */
  startsAt: string
  endsAt: string
}

export type SlotRefusal = { why: 'order' | 'overlap' | 'number'; number: number }

/** Whether lessons follow one another: numbers once each and growing, none begins before the last has ended. */
export function slotRefusal(slots: Slot[]): SlotRefusal | null {
  for (const [at, { number, startsAt, endsAt }] of slots.entries()) {
    if (startsAt >= endsAt) return { why: 'order', number }
    const before = slots[at - 1]
    if (before && before.number >= number) return { why: 'number', number }
    if (before && before.endsAt > startsAt) return { why: 'overlap', number }
  }
  return null
}

const BREAKS = [10, 10, 10, 20, 10, 10, 5]
const LESSON = 45

/** Eight lessons of 45 minutes from 8:00, the long break after the fourth. */
export function usualSlots(): Slot[] {
  let minute = 8 * 60
  return Array.from({ length: 8 }, (_, at) => {
    const slot = { number: at + 1, startsAt: clock(minute), endsAt: clock(minute + LESSON) }
    minute += LESSON + (BREAKS[at] ?? 0)
    return slot
  })
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
