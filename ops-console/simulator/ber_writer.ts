import { integerBytes, oidBytes, type BerValue } from './ber.ts'

const SIZE = 65_536

/** Writes BER from the end to the beginning, so that every length is known when its header is due. */
export class BerWriter {
  #bytes = Buffer.allocUnsafe(SIZE)
  #at = SIZE

  /** Position behind which the next bytes stand; give it to `wrap` later. */
  get mark() {
    return this.#at
  }

  reset() {
    this.#at = SIZE
  }

  raw(bytes: Uint8Array) {
    this.#at -= bytes.length
    this.#bytes.set(bytes, this.#at)
  }

  /** Header for everything written since `mark`. */
  wrap(tag: number, mark: number) {
    const length = mark - this.#at
    if (length < 128) this.#bytes[--this.#at] = length
    else {
      let rest = length
      let count = 0
      for (; rest > 0; rest >>= 8, count++) this.#bytes[--this.#at] = rest & 0xff
      this.#bytes[--this.#at] = 0x80 | count
    }
    this.#bytes[--this.#at] = tag
  }

  element(tag: number, body: Uint8Array) {
    const mark = this.#at
    this.raw(body)
    this.wrap(tag, mark)
  }

  integer(tag: number, value: bigint | number) {
    const mark = this.#at
    if (value < 0 || value > Number.MAX_SAFE_INTEGER) this.raw(integerBytes(BigInt(value)))
    else this.#small(Number(value))
    this.wrap(tag, mark)
  }

  #small(value: number) {
    let rest = value
    do {
      this.#bytes[--this.#at] = rest % 256
      rest = Math.floor(rest / 256)
    } while (rest > 0)
    if (this.#bytes[this.#at] & 0x80) this.#bytes[--this.#at] = 0
  }

  value(one: BerValue) {
    if (!('value' in one)) this.wrap(one.tag, this.#at)
    else if (typeof one.value === 'bigint') this.integer(one.tag, one.value)
    else if (one.tag === 0x06) this.element(0x06, oidBytes(one.value as string))
    else this.element(one.tag, Buffer.from(one.value as string))
  }

  /** A copy of everything from here to the end. */
  take(): Buffer {
    return Buffer.from(this.#bytes.subarray(this.#at))
  }
}
