import { DateTime } from 'luxon'
import type { Interval } from './intervals.ts'

const ZONE = 'Europe/Warsaw'

/** A month as written, `2026-03`, between its midnights in Warsaw: March has 743 hours and October 745. */
export function monthInterval(month: string): Interval {
  const first = DateTime.fromISO(`${month}-01`, { zone: ZONE })
  return { from: first.toMillis(), to: first.plus({ months: 1 }).toMillis() }
}

/** Answers that were on their way at midnight are stored by then, ms. */
const SETTLING_MS = 5 * 60_000

export const hasEnded = (month: string, now = Date.now()): boolean =>
  monthInterval(month).to + SETTLING_MS <= now

export const isMonth = (text: unknown): text is string =>
  typeof text === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(text)

export const monthOf = (at: Date) => DateTime.fromJSDate(at, { zone: ZONE }).toFormat('yyyy-MM')

export const monthBefore = (month: string) =>
  DateTime.fromISO(`${month}-01`, { zone: ZONE }).minus({ months: 1 }).toFormat('yyyy-MM')

export const monthAfter = (month: string) =>
  DateTime.fromISO(`${month}-01`, { zone: ZONE }).plus({ months: 1 }).toFormat('yyyy-MM')
