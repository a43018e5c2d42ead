/** Universal and SNMP application types that a trap may hold (X.690, RFC 3416). */
export const TAG = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  objectId: 0x06,
  sequence: 0x30,
  ipAddress: 0x40,
  counter32: 0x41,
  gauge32: 0x42,
  ticks: 0x43,
  opaque: 0x44,
  counter64: 0x46,
} as const

const LONGEST_OID = 128

/** Reads BER without copying. Every method throws RangeError where the bytes do not hold what is asked for. */
export class BerReader {
  readonly #bytes: Buffer
  #at: number
  readonly #end: number

  constructor(bytes: Buffer, start = 0, end = bytes.length) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
  }

  get done() {
    return this.#at >= this.#end
  }

  /** Tag of the next element, which stays. */
  peek(): number {
    if (this.done) throw new RangeError('truncated')
    return this.#bytes[this.#at]!
  }

  /** Tag and bounds of the next element, which is stepped over; `at`: where its tag stands. */
  next(): { tag: number; at: number; start: number; end: number } {
    const at = this.#at
    const tag = this.#byte()
    let length = this.#byte()
    if (length & 0x80) {
      const count = length & 0x7f
      // X.690 allows an endless form and 126 octets of length; a datagram needs neither.
      if (count === 0 || count > 4) throw new RangeError('length')
      length = 0
      for (let i = 0; i < count; i++) length = length * 256 + this.#byte()
    }
    const start = this.#at
    if (start + length > this.#end) throw new RangeError('truncated')
    this.#at = start + length
    return { tag, at, start, end: this.#at }
  }

  /** The contents of the next element. */
  inside(tag: number): BerReader {
    const { start, end } = this.#expect(tag)
    return new BerReader(this.#bytes, start, end)
  }

  bytes(tag: number): Buffer {
    const { start, end } = this.#expect(tag)
    return this.#bytes.subarray(start, end)
  }

  /** Signed integer of at most six octets. */
  integer(tag: number = TAG.integer): number {
    const body = this.bytes(tag)
    if (body.length === 0 || body.length > 6) throw new RangeError('integer')
    return body.readIntBE(0, body.length)
  }

  objectId(): string {
    return oidText(this.bytes(TAG.objectId))
  }

  #expect(tag: number) {
    const element = this.next()
    if (element.tag !== tag) throw new RangeError('tag')
    return element
  }

  #byte() {
    if (this.#at >= this.#end) throw new RangeError('truncated')
    return this.#bytes[this.#at++]!
  }
}

/** @throws RangeError when a number runs past the bytes or there are too many of them */
export function oidText(body: Buffer): string {
  if (!body.length) throw new RangeError('oid')
  const parts: number[] = []
  let part = 0
  for (const byte of body) {
    part = part * 128 + (byte & 0x7f)
    if (part > 0xffffffff) throw new RangeError('oid')
    if (byte & 0x80) continue
    if (!parts.length)
      parts.push(Math.min(2, Math.floor(part / 40)), part - 40 * Math.min(2, Math.floor(part / 40)))
    else parts.push(part)
    if (parts.length > LONGEST_OID) throw new RangeError('oid')
    part = 0
  }
  if (body.at(-1)! & 0x80) throw new RangeError('oid')
  return parts.join('.')
}

/** Unsigned number of a counter, gauge or ticks; exact up to 2^53, beyond as text. */
export function unsigned(body: Buffer): number | string {
  if (body.length === 0 || body.length > 9) throw new RangeError('unsigned')
  if (body.length <= 6) return body.readUIntBE(0, body.length)
  const value = BigInt(`0x${body.toString('hex')}`)
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value)
}
