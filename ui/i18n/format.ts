export const TIME_ZONE = 'Europe/Warsaw'

type When = Date | string | number
type Options = Intl.DateTimeFormatOptions

const cache = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-12` is a day without zone: read at noon UTC it stays the same day in Warsaw. */
function toDate(when: When): Date {
  if (typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)) return new Date(`${when}T12:00:00Z`)
  return new Date(when)
}

function dated(locale: string, when: When, options: Options): Intl.DateTimeFormatPart[] {
  const id = locale + JSON.stringify(options)
  let format = cache.get(id)
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', { timeZone: TIME_ZONE, ...options })
    cache.set(id, format)
  }
  return format.formatToParts(toDate(when))
}

const text = (parts: Intl.DateTimeFormatPart[]) => parts.map((part) => part.value).join('')

/** `śr., 12 lis 2026`; English `Thu, 12 Nov 2026`. */
export const formatDate = (locale: string, when: When): string =>
  text(dated(locale, when, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }))

/** `12 lis`, for axes and narrow places. */
export const formatDay = (locale: string, when: When): string =>
  text(dated(locale, when, { day: 'numeric', month: 'short' }))

/** `9:50`, school time. */
export const formatTime = (locale: string, when: When, seconds = false): string =>
  text(
    dated(locale, when, { hour: 'numeric', minute: '2-digit', ...(seconds && { second: '2-digit' }) })
  ).replace(/^0(?=\d:)/, '')

/** `śr., 12 lis 2026, 9:50`. */
export const formatDateTime = (locale: string, when: When): string =>
  `${formatDate(locale, when)}, ${formatTime(locale, when)}`

/** Grosze → `1 234,50 zł`; four-digit amounts are grouped too. */
export const formatMoney = (locale: string, grosze: number): string =>
  new Intl.NumberFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
    style: 'currency',
    currency: 'PLN',
    useGrouping: 'always',
  } as Intl.NumberFormatOptions).format(grosze / 100)

export const formatNumber = (locale: string, value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
    useGrouping: 'always',
    ...options,
  } as Intl.NumberFormatOptions).format(value)

/** Whole minutes, hours or days between two instants, the largest unit that fits. */
export function span(from: When, to: When): { count: number; unit: 'second' | 'minute' | 'hour' | 'day' } {
  const seconds = Math.max(0, Math.round((toDate(to).getTime() - toDate(from).getTime()) / 1000))
  if (seconds < 60) return { count: seconds, unit: 'second' }
  if (seconds < 3600) return { count: Math.floor(seconds / 60), unit: 'minute' }
  if (seconds < 86_400) return { count: Math.floor(seconds / 3600), unit: 'hour' }
  return { count: Math.floor(seconds / 86_400), unit: 'day' }
}
