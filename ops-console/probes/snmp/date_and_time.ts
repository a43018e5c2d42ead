import type { SnmpValues } from './transport.ts'

/** DateAndTime of RFC 2579 as milliseconds since 1970; null without a zone (8 octets): nobody knows which it means. */
export function dateAt(values: SnmpValues, oid: string): number | null {
  const found = values.get(oid)
  if (found?.type !== 'bytes' || found.value.length !== 11) return null
  const bytes = found.value
  const [month, day, hour, minute, second, tenth, sign, offHours, offMinutes] = bytes.subarray(2)
  const utc = Date.UTC(bytes.readUInt16BE(0), month - 1, day, hour, minute, second, tenth * 100)
  const offset = (offHours * 60 + offMinutes) * 60_000 * (sign === 0x2d ? -1 : 1)
  return utc - offset
}
