/** The little of BER (X.690) that an SNMP agent needs. Values are given with their tag. */
export type BerValue =
  | { tag: 0x02 | 0x41 | 0x42 | 0x43 | 0x46; value: bigint }
  | { tag: 0x04; value: string | Buffer }
  | { tag: 0x06; value: string }
  | { tag: 0x80 | 0x81 | 0x82 | 0x05 }

export const integer = (value: number | bigint): BerValue => ({
  tag: 0x02,
  value: typeof value === 'bigint' ? value : BigInt(Math.round(value)),
})
export const gauge = (value: number): BerValue => ({ tag: 0x42, value: BigInt(Math.round(value)) })
export const ticks = (value: number): BerValue => ({ tag: 0x43, value: BigInt(value % 2 ** 32) })
export const counter32 = (value: bigint): BerValue => ({ tag: 0x41, value: BigInt.asUintN(32, value) })
export const counter64 = (value: bigint): BerValue => ({ tag: 0x46, value: BigInt.asUintN(64, value) })
export const octets = (value: string | Buffer): BerValue => ({ tag: 0x04, value })
export const objectId = (value: string): BerValue => ({ tag: 0x06, value })
export const NO_SUCH_OBJECT: BerValue = { tag: 0x80 }
export const END_OF_VIEW: BerValue = { tag: 0x82 }

export function tlv(tag: number, body: Buffer): Buffer {
  const { length } = body
  const header =
    length < 128
      ? [tag, length]
      : length < 256
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), body])
}

/** Two's complement in as few bytes as possible. */
export function integerBytes(value: bigint): Buffer {
  const bytes: number[] = []
  let rest = value
  do {
    bytes.unshift(Number(rest & 0xffn))
    rest >>= 8n
  } while (rest !== 0n && rest !== -1n)
  if (value >= 0n && bytes[0] & 0x80) bytes.unshift(0)
  if (value < 0n && !(bytes[0] & 0x80)) bytes.unshift(0xff)
  return Buffer.from(bytes)
}

export function oidBytes(oid: string): Buffer {
  const [first, second, ...rest] = oid.split('.').map(Number)
  return Buffer.from([first * 40 + second, ...rest.flatMap(base128)])
}

function base128(part: number): number[] {
  const bytes = [part % 128]
  for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) {
    bytes.unshift((left % 128) | 0x80)
  }
  return bytes
}

export function encodeValue(one: BerValue): Buffer {
  if (one.tag === 0x04) return tlv(0x04, Buffer.from(one.value as string))
  if (one.tag === 0x06) return tlv(0x06, oidBytes(one.value))
  if ('value' in one) return tlv(one.tag, integerBytes(one.value))
  return tlv(one.tag, Buffer.alloc(0))
}

export interface Element {
  tag: number
  body: Buffer
  rest: Buffer
}

/** First element of the bytes. @throws RangeError when its length goes beyond them */
export function element(bytes: Buffer): Element {
  if (bytes.length < 2) throw new RangeError('truncated')
  let length = bytes[1]
  let start = 2
  if (length & 0x80) {
    const count = length & 0x7f
    length = bytes.readUIntBE(2, count)
    start += count
  }
  if (start + length > bytes.length) throw new RangeError('truncated')
  return {
    tag: bytes[0],
    body: bytes.subarray(start, start + length),
    rest: bytes.subarray(start + length),
  }
}

export const integerOf = (body: Buffer) => (body.length ? body.readIntBE(0, Math.min(body.length, 6)) : 0)

export function oidOf(body: Uint8Array): string {
  return oidParts(body).join('.')
}

export function oidParts(body: Uint8Array): number[] {
  const parts = [Math.floor(body[0] / 40), body[0] % 40]
  let part = 0
  for (let i = 1; i < body.length; i++) {
    part = part * 128 + (body[i] & 0x7f)
    if (body[i] & 0x80) continue
    parts.push(part)
    part = 0
  }
  return parts
}
