const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex')
const FLOAT8 = 701
/** Microseconds from 1970 to 2000, where PostgreSQL's time begins. */
const EPOCH_MS = 946_684_800_000

/**
 * Rows in PostgreSQL's binary COPY format (documentation, "COPY", Binary Format), written into one growing buffer.
 *
 * @example
 * const rows = new BinaryRows()
 * rows.row(2); rows.int4(7); rows.float8Array([1.5, null])
 * stream.end(rows.end())
 */
export class BinaryRows {
  #bytes = Buffer.allocUnsafe(64 * 1024)
  #at = HEADER.copy(this.#bytes)

  row(columns: number) {
    this.#room(2)
    this.#at = this.#bytes.writeInt16BE(columns, this.#at)
  }

  int4(value: number) {
    this.#room(8)
    this.#at = this.#bytes.writeInt32BE(value, this.#bytes.writeInt32BE(4, this.#at))
  }

  bool(value: boolean) {
    this.#room(5)
    this.#at = this.#bytes.writeInt8(value ? 1 : 0, this.#bytes.writeInt32BE(1, this.#at))
  }

  uuid(text: string) {
    this.#room(20)
    this.#at = this.#bytes.writeInt32BE(16, this.#at)
    this.#at += this.#bytes.write(text.replaceAll('-', ''), this.#at, 'hex')
  }

  timestamp(at: Date) {
    this.#room(12)
    this.#at = this.#bytes.writeInt32BE(8, this.#at)
    this.#at = this.#bytes.writeBigInt64BE(BigInt(at.getTime() - EPOCH_MS) * 1000n, this.#at)
  }

  null() {
    this.#room(4)
    this.#at = this.#bytes.writeInt32BE(-1, this.#at)
  }

  /** What is no finite number becomes null. */
  float8Array(length: number, valueAt: (index: number) => number | null | undefined) {
    this.#room(24 + length * 12)
    const begin = this.#at
    let at = this.#header(begin + 4, length)
    for (let i = 0; i < length; i++) {
      const value = valueAt(i)
      if (typeof value === 'number' && Number.isFinite(value)) {
        at = this.#bytes.writeDoubleBE(value, this.#bytes.writeInt32BE(8, at))
      } else at = this.#bytes.writeInt32BE(-1, at)
    }
    this.#bytes.writeInt32BE(at - begin - 4, begin)
    this.#at = at
  }

  /** One dimension from 1, with nulls; an array without elements has no dimension. */
  #header(at: number, length: number) {
    at = this.#bytes.writeInt32BE(length ? 1 : 0, at)
    at = this.#bytes.writeInt32BE(1, at)
    at = this.#bytes.writeInt32BE(FLOAT8, at)
    if (!length) return at
    return this.#bytes.writeInt32BE(1, this.#bytes.writeInt32BE(length, at))
  }

  end(): Buffer {
    this.#room(2)
    this.#at = this.#bytes.writeInt16BE(-1, this.#at)
    return this.#bytes.subarray(0, this.#at)
  }

  #room(bytes: number) {
    if (this.#at + bytes <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}
