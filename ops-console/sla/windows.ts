import { DateTime } from 'luxon'
import type { Interval } from './intervals.ts'

/** A maintenance window as the alarms keep it; times in milliseconds. */
export interface AgreedWindow {
  id: string
  startsAt: number
  endsAt: number
  repeats: 'none' | 'weekly' | 'monthly'
  /** Last day of repeating, `YYYY-MM-DD`. */
  repeatsUntil: string | null
  slaExcluded: boolean
  announcedAt: number | null
  /** Ended before its time. */
  endedAt: number | null
  reason: string | null
}

export interface Occurrence extends Interval {
  window: AgreedWindow
  inTime: boolean
}

const ZONE = 'Europe/Warsaw'
const MOST = 400

/** Times of the windows that touch `within`; repeated ones keep their hour on the clock in Warsaw. */
export function occurrences(
  windows: readonly AgreedWindow[],
  within: Interval,
  noticeHours: number
): Occurrence[] {
  return windows.flatMap((window) =>
    timesOf(window, within.to)
      .filter(({ from, to }) => to > within.from && from < within.to)
      .map(({ from, to }) => ({
        ...{ from, to, window },
        inTime: window.announcedAt !== null && window.announcedAt <= from - noticeHours * 3600_000,
      }))
  )
}

function timesOf(window: AgreedWindow, until: number): Interval[] {
  const { startsAt, endsAt, repeats, repeatsUntil, endedAt } = window
  const first = DateTime.fromMillis(startsAt, { zone: ZONE })
  const last = repeatsUntil
    ? DateTime.fromISO(repeatsUntil, { zone: ZONE }).endOf('day').toMillis()
    : Infinity
  const times: Interval[] = []
  for (let n = 0; n < (repeats === 'none' ? 1 : MOST); n++) {
    const from = first.plus(repeats === 'weekly' ? { weeks: n } : { months: n }).toMillis()
    if (from >= until || from > last || (endedAt !== null && from >= endedAt)) break
    const to = from + endsAt - startsAt
    times.push({ from, to: endedAt !== null ? Math.min(to, endedAt) : to })
  }
  return times
}
