import { chance } from './random.ts'

/** Lessons of a common Polish bell schedule, minutes after midnight. */
const LESSONS = [480, 535, 590, 645, 710, 765, 820, 870].map((start) => [start, start + 45])

/** Traffic is constant inside a slot, so that its integral does not depend on who asks when. */
export const SLOT_MS = 5000

const WARSAW = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Warsaw',
  hour: '2-digit',
  minute: '2-digit',
  weekday: 'short',
  hourCycle: 'h23',
})

/** Share of a school's usual daytime activity at that moment, about 0.02 at night to 1.4 in a break. */
export function activity(minute: number, weekend: boolean): number {
  if (weekend) return minute > 540 && minute < 1080 ? 0.08 : 0.03
  if (minute < 360 || minute > 1320) return 0.03
  if (minute < 480) return 0.05 + ((minute - 360) / 120) * 0.6
  if (minute > 915) return Math.max(0.06, 0.7 - (minute - 915) / 240)
  const inLesson = LESSONS.some(([start, end]) => minute >= start && minute < end)
  return inLesson ? 1 : 1.4
}

const moments = new Map<number, { minute: number; weekend: boolean }>()

/** Local minute of the day, cached by minute: the calendar is asked once for all devices. */
export function localMinute(at: number) {
  const key = Math.floor(at / 60_000)
  const known = moments.get(key)
  if (known) return known
  if (moments.size > 5000) moments.clear()
  const parts = Object.fromEntries(WARSAW.formatToParts(at).map((part) => [part.type, part.value]))
  const found = {
    minute: Number(parts.hour) * 60 + Number(parts.minute),
    weekend: parts.weekday === 'Sat' || parts.weekday === 'Sun',
  }
  moments.set(key, found)
  return found
}

/** Activity of one device in a slot, with its own noise. */
export function activityIn(device: string, slot: number): number {
  const { minute, weekend } = localMinute(slot * SLOT_MS)
  const slow = chance(device, 'slow', Math.floor(slot / 24)) * 0.5
  const quick = chance(device, 'quick', slot) * 0.4
  return activity(minute, weekend) * (0.55 + slow + quick)
}
