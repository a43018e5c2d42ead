const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const QUARTER_MS = 900_000
const MOST_OFFSETS = 5000

/** Wall clock as a message writes it; `month` 1–12. */
export interface WallClock {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

function format(zone: string) {
  let found = formats.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
    formats.set(zone, found)
  }
  return found
}

/** Offset of a zone at an instant, ms; remembered by quarter of an hour because formatting is slow. */
function offsetAt(at: number, zone: string): number {
  const quarter = Math.floor(at / QUARTER_MS)
  const key = `${zone}${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= MOST_OFFSETS) offsets.clear()
  const start = quarter * QUARTER_MS
  const part = Object.fromEntries(
    format(zone)
      .formatToParts(start)
      .map(({ type, value }) => [type, Number(value)])
  )
  const local = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second)
  offsets.set(key, local - start)
  return local - start
}

/** Instant of a wall clock in a zone. The hour that repeats in autumn is its first pass; null for no such date. */
export function instantOf(clock: WallClock, zone: string): number | null {
  const { year, month, day, hour, minute, second } = clock
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(local)
  if (!Number.isFinite(local) || date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return null
  if (hour > 23 || minute > 59 || second > 60) return null
  const before = offsetAt(local - 86_400_000, zone)
  const first = local - before
  return offsetAt(first, zone) === before ? first : local - offsetAt(first, zone)
}

const BSD = /^([A-Z][a-z]{2}) ([ \d]\d) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?= |:|$)/

/**
 * Time of RFC 3164, `Nov  4 09:05:11`, at the start of the text. It has no year: of last, this and next year the one
 * nearest to the receipt is meant, so that a message of 31 December read in January stays in December. It has no zone
 * either: `zone` is assumed.
 */
export function bsdTime(
  text: string,
  receivedAt: number,
  zone: string
): { at: number; length: number } | null {
  const match = BSD.exec(text)
  const month = match ? MONTHS.indexOf(match[1]!) + 1 : 0
  if (!match || !month) return null
  const [day, hour, minute, second] = [match[2], match[4], match[5], match[6]].map(Number) as number[]
  const received = new Date(receivedAt).getUTCFullYear()
  const years = match[3] ? [Number(match[3])] : [received, received - 1, received + 1]
  let nearest: number | null = null
  for (const year of years) {
    const at = instantOf({ year, month, day: day!, hour: hour!, minute: minute!, second: second! }, zone)
    if (at === null) continue
    if (nearest === null || Math.abs(at - receivedAt) < Math.abs(nearest - receivedAt)) nearest = at
  }
  return nearest === null ? null : { at: nearest, length: match[0].length }
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/

/** Time of RFC 5424 (RFC 3339 with a zone); null for the nil value and for anything else. */
export function isoTime(text: string): number | null {
  if (!ISO.test(text)) return null
  const at = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'))
  return Number.isNaN(at) ? null : at
}

const PAN = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)$/

/** Time inside a PAN-OS log, `2026/11/24 09:05:11`, in the zone the device is set to. */
export function panTime(text: string, zone: string): number | null {
  const match = PAN.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as number[]
  return instantOf(
    { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! },
    zone
  )
}
