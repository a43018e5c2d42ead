const INTEGER = 0x02
const NOTHING = Buffer.alloc(0)

/**
 * Steps through BER (X.690) inside fixed bounds: after each step `tag`, `start` and `end` tell of the element it stands
 * on. Everything malformed is false or null; nothing throws, nothing is copied or allocated.
 */
export class Cursor {
  tag = 0
  start = 0
  end = 0
  #source: Buffer = NOTHING
  #at = 0
  #limit = 0

  over(source: Buffer, start = 0, limit = source.length) {
    this.#source = source
    this.#at = start
    this.#limit = limit
  }

  /** On to the next element; false when there is none or, with `tag`, when it has another. */
  next(tag?: number): boolean {
    const source = this.#source
    if (this.#at + 2 > this.#limit) return false
    this.tag = source[this.#at]
    let length = source[this.#at + 1]
    let start = this.#at + 2
    if (length & 0x80) {
      const count = length & 0x7f
      if (count === 0 || count > 3 || start + count > this.#limit) return false
      length = 0
      for (let i = 0; i < count; i++) length = length * 256 + source[start++]
    }
    if (start + length > this.#limit) return false
    this.start = start
    this.end = this.#at = start + length
    return tag === undefined || this.tag === tag
  }

  /** Into the next element when it has that tag. */
  enter(tag: number): boolean {
    if (!this.next(tag)) return false
    this.#at = this.start
    this.#limit = this.end
    return true
  }

  /** An INTEGER of at most four bytes. */
  integer(): number | null {
    if (!this.next(INTEGER)) return null
    const length = this.end - this.start
    return length < 1 || length > 4 ? null : this.#source.readIntBE(this.start, length)
  }

  /** Whether the content is those bytes. */
  is(bytes: Buffer): boolean {
    const { length } = bytes
    if (this.end - this.start !== length) return false
    // From the end: OIDs of one question begin alike.
    for (let i = length - 1; i >= 0; i--) if (this.#source[this.start + i] !== bytes[i]) return false
    return true
  }
}

const LONGEST_OID = 128

/** Null for an OID that ends inside a part, has a part beyond 32 bits, or more than 128 parts (RFC 3416). */
export function oidText(source: Buffer, start: number, end: number): string | null {
  if (start === end || source[end - 1] & 0x80) return null
  let text = ''
  let part = 0
  let parts = 0
  for (let i = start; i < end; i++) {
    part = part * 128 + (source[i] & 0x7f)
    if (part > 0xffffffff || parts > LONGEST_OID) return null
    if (source[i] & 0x80) continue
    text += parts++ === 0 ? firstTwo(part) : `.${part}`
    part = 0
  }
  return text
}

function firstTwo(part: number): string {
  const first = Math.min(2, Math.floor(part / 40))
  return `${first}.${part - first * 40}`
}
