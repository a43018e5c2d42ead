import { oidText } from './cursor.ts'
import type { SnmpValue, SnmpValues } from './transport.ts'

interface RawVarBind {
  type: number
  value: unknown
  valueRaw: Buffer
}

const UNSIGNED = { 0x41: 'counter32', 0x42: 'gauge', 0x43: 'ticks', 0x46: 'counter64' } as const
const ABSENT: SnmpValue = { type: 'absent' }

/** A varbind of snmp-native to our value. Numbers come from the raw bytes: `value` is rounded above 2^53. */
export function decode({ type, valueRaw }: RawVarBind): SnmpValue {
  return decodeRaw(type, valueRaw, 0, valueRaw.length) ?? ABSENT
}

/** Content of one BER value to ours; null when it cannot be such a value. A type that we do not read is absent. */
export function decodeRaw(type: number, source: Buffer, start: number, end: number): SnmpValue | null {
  const length = end - start
  if (type >= 0x41 && type in UNSIGNED) {
    if (length > 9 || (length === 9 && source[start] !== 0)) return null
    return { type: UNSIGNED[type as keyof typeof UNSIGNED], value: unsignedAt(source, start, length) }
  }
  if (type === 0x02) {
    return length > 8 ? null : { type: 'integer', value: signedAt(source, start, length) }
  }
  // A view: the datagram is ours alone and as short as its reply.
  if (type === 0x04 || type === 0x44) return { type: 'bytes', value: source.subarray(start, end) }
  if (type === 0x06) {
    const oid = oidText(source, start, end)
    return oid === null ? null : { type: 'oid', value: oid }
  }
  if (type === 0x40) {
    return length === 4 ? { type: 'address', value: source.subarray(start, end).join('.') } : null
  }
  return ABSENT
}

function unsignedAt(source: Buffer, start: number, length: number): bigint {
  if (length === 0) return 0n
  return length <= 6
    ? BigInt(source.readUIntBE(start, length))
    : unsigned(source.subarray(start, start + length))
}

export function unsigned(bytes: Buffer): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`)
}

export function signed(bytes: Buffer): bigint {
  return BigInt.asIntN(bytes.length * 8, unsigned(bytes))
}

function signedAt(source: Buffer, start: number, length: number): bigint {
  return length > 0 && length <= 6
    ? BigInt(source.readIntBE(start, length))
    : signed(source.subarray(start, start + length))
}

/** A number of any numeric type, or null. Use only where 2^53 is enough. */
export function numberAt(values: SnmpValues, oid: string): number | null {
  const found = bigAt(values, oid)
  return found === null ? null : Number(found)
}

export function bigAt(values: SnmpValues, oid: string): bigint | null {
  const found = values.get(oid)
  return found && 'value' in found && typeof found.value === 'bigint' ? found.value : null
}

/** Text, trailing zeros and blanks cut. Bytes that are no UTF-8 are read as Latin-1. Empty becomes null. */
export function textAt(values: SnmpValues, oid: string): string | null {
  const found = values.get(oid)
  if (!found) return null
  if (found.type === 'oid' || found.type === 'address') return found.value
  if (found.type !== 'bytes') return null
  return text(found.value) || null
}

export function text(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8')
  return (utf8.includes('\uFFFD') ? bytes.toString('latin1') : utf8).replace(/[\0\s]+$/, '')
}

/** Last part of an OID below `column`, as a string: `ifName.7` → `7`; null when it is not below. */
export function indexBelow(column: string, oid: string): string | null {
  return oid.startsWith(`${column}.`) ? oid.slice(column.length + 1) : null
}
