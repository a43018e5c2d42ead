import { DateTime } from 'luxon'

const DAY_MS = 86_400_000

/** `Mon Nov 23 10:00:07 2026`, with or without a zone's name, in the given zone; milliseconds since 1970. */
export function deviceTime(text: string | null, zone: string): number | null {
  const match = text?.match(/^\w{3} (\w{3}) +(\d{1,2}) (\d\d:\d\d:\d\d)(?: [A-Z]{2,5})? (\d{4})/)
  if (!match) return null
  const [, month, day, time, year] = match
  const found = DateTime.fromFormat(`${month} ${day} ${time} ${year}`, 'LLL d HH:mm:ss yyyy', {
    zone,
    locale: 'en',
  })
  return found.isValid ? found.toMillis() : null
}

/** `2026-11-20` of `2026/11/20 01:02:03 CET`, `November 20, 2026` or `20-Nov-2026`; null for `Never` and the like. */
export function dayOf(text: string | null): string | null {
  if (!text) return null
  const numeric = text.match(/^(\d{4})[/-](\d\d)[/-](\d\d)/)
  if (numeric) return valid(DateTime.fromISO(numeric.slice(1, 4).join('-')))
  const day = text.replace(/\s+/g, ' ').trim()
  const formats = ['LLLL d, yyyy', 'LLL d, yyyy', 'd-LLL-yyyy', 'd LLL yyyy']
  for (const format of formats) {
    const found = valid(DateTime.fromFormat(day, format, { locale: 'en' }))
    if (found) return found
  }
  return null
}

const valid = (date: DateTime) => (date.isValid ? date.toISODate() : null)

/** Whole days from one moment to the end of a day; negative when it is over. */
export const daysUntil = (day: string, now: number) =>
  Math.floor((Date.parse(day) + DAY_MS - 1 - now) / DAY_MS)

export const daysSince = (day: string, now: number) =>
  Math.max(0, Math.floor((now - Date.parse(day)) / DAY_MS))
