const INTEGER = 0x02

/** One BER element: its tag and where its content lies. */
export class Span {
  constructor(
    readonly source: Buffer,
    readonly tag: number,
    readonly start: number,
    readonly end: number
  ) {}

  is(bytes: Buffer): boolean {
    const { length } = bytes
    if (this.end - this.start !== length) return false
    // From the end: OIDs of one question begin alike.
    for (let i = length - 1; i >= 0; i--) if (this.source[this.start + i] !== bytes[i]) return false
    return true
  }
}

/** Reads BER (X.690) inside fixed bounds. Everything malformed is null; nothing throws, nothing is copied. */
export class Cursor {
  readonly source: Buffer
  #at: number
  #end: number

  constructor(source: Buffer, start: number, end: number) {
    this.source = source
    this.#at = start
    this.#end = end
  }

  get done() {
    return this.#at >= this.#end
  }

  element(): Span | null {
    const { source } = this
    if (this.#at + 2 > this.#end) return null
    const tag = source[this.#at]
    let length = source[this.#at + 1]
    let start = this.#at + 2
    if (length & 0x80) {
      const count = length & 0x7f
      if (count === 0 || count > 3 || start + count > this.#end) return null
      length = 0
      for (let i = 0; i < count; i++) length = length * 256 + source[start++]
    }
    if (start + length > this.#end) return null
    this.#at = start + length
    return new Span(source, tag, start, this.#at)
  }

  /** Content of the next element when it has that tag. */
  inside(tag: number): Cursor | null {
    const found = this.element()
    return found?.tag === tag ? new Cursor(this.source, found.start, found.end) : null
  }

  bytes(tag: number): Buffer | null {
    const found = this.element()
    return found?.tag === tag ? this.source.subarray(found.start, found.end) : null
  }

  /** An INTEGER of at most four bytes. */
  integer(): number | null {
    const found = this.element()
    if (found?.tag !== INTEGER) return null
    const length = found.end - found.start
    return length < 1 || length > 4 ? null : this.source.readIntBE(found.start, length)
  }
}

const LONGEST_OID = 128

/** Null for an OID that ends inside a part, has a part beyond 32 bits, or more than 128 parts (RFC 3416). */
export function oidText({ source, start, end }: Span): string | null {
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
