/** RouterOS tells everything as text; these read it. Null says "not known" and never 0. */
type Text = string | undefined

export function flag(text: Text): boolean | null {
  if (text === 'true' || text === 'yes') return true
  return text === 'false' || text === 'no' ? false : null
}

/** A number with or without its unit: `-1.203`, `-1.203dBm`, `48C`, `3%`. */
export function number(text: Text): number | null {
  const match = text?.match(/^\s*([+-]?\d+(?:\.\d+)?)\s*[a-zA-Z%°]*\s*$/)
  return match ? Number(match[1]) : null
}

/** Octets go beyond 2^53. */
export const octets = (text: Text): bigint | null => (text && /^\d{1,39}$/.test(text) ? BigInt(text) : null)

const LONG: Record<string, number> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 }
const SHORT: Record<string, number> = { ...LONG, ms: 0.001, us: 0.000001 }

/** Seconds of an uptime, `1w2d3h4m5s`, also with `hh:mm:ss` at its end as older versions write it. */
export function uptime(text: Text): number | null {
  const match = text?.match(/^((?:\d+[wdhms])*)(?:(\d+):(\d{2}):(\d{2}))?$/)
  if (!match || !text) return null
  const clock = match[2] ? Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]) : 0
  return sum(match[1], LONG) + clock
}

/** Milliseconds of a round trip: `1ms250us`, `850us`, `1s20ms`, and `12` (milliseconds) of older versions. */
export function roundTrip(text: Text): number | null {
  if (text && /^\d+$/.test(text)) return Number(text)
  if (!text || !/^(?:\d+(?:us|ms|[smh]))+$/.test(text)) return null
  return Math.round(sum(text, SHORT) * 1e6) / 1000
}

function sum(text: string, units: Record<string, number>) {
  let total = 0
  for (const [, count, unit] of text.matchAll(/(\d+)(us|ms|[wdhms])/g)) total += Number(count) * units[unit]
  return total
}

/** Mbit/s of a rate: `1Gbps`, `100Mbps`, `2.5Gbps`, `10Gbps-duplex`. */
export function rate(text: Text): number | null {
  const match = text?.match(/^(\d+(?:\.\d+)?)([GMk])bps/)
  return match ? Number(match[1]) * { G: 1000, M: 1, k: 0.001 }[match[2] as 'G' | 'M' | 'k'] : null
}

/** dBm; a dark or unreadable port says 0 or less than any receiver can see, which is no measurement. */
export function power(text: Text): number | null {
  const dbm = number(text)
  return dbm === null || dbm === 0 || dbm <= -40 ? null : dbm
}
