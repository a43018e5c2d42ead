/** No value that we ask for comes near this; a longer word is an attack or another protocol. */
const LONGEST_WORD = 64 * 1024
const MOST_WORDS = 512
/** `!re`, `!done`, `!trap`, `!fatal`, `!empty` */
const LONGEST_REPLY = 16
const EXCLAMATION = 0x21
const utf8 = new TextDecoder('utf-8', { fatal: true })
const win1252 = new TextDecoder('windows-1252')

/** A word of the RouterOS API: length prefix of one to five bytes, then the text in UTF-8. */
export function encodeWord(text: string): Buffer {
  const body = Buffer.from(text, 'utf8')
  return Buffer.concat([prefix(body.length), body])
}

function prefix(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  if (length < 0x4000) return bytesOf(length + 0x8000, 2)
  if (length < 0x200000) return bytesOf(length + 0xc00000, 3)
  if (length < 0x10000000) return bytesOf(length + 0xe0000000, 4)
  return Buffer.concat([Buffer.from([0xf0]), bytesOf(length, 4)])
}

function bytesOf(value: number, count: number) {
  const bytes = Buffer.alloc(count)
  bytes.writeUIntBE(value, 0, count)
  return bytes
}

/** Routers keep comments as they were typed: UTF-8 by newer tools, windows-1252 by older WinBox. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return win1252.decode(bytes)
  }
}

/**
 * Cuts a stream of bytes into sentences, however it was split on the way; memory stays bounded.
 * @throws RangeError for a sentence that is no reply, a reserved length byte, a word over 64 KiB or a sentence over 512 words
 */
export class SentenceReader {
  #parts: Buffer[] = []
  #held = 0
  #wanted = 1
  #words: string[] = []

  take(bytes: Buffer): string[][] {
    this.#parts.push(bytes)
    this.#held += bytes.length
    if (this.#held < this.#wanted) return []
    const sentences: string[][] = []
    const all = this.#parts.length === 1 ? bytes : Buffer.concat(this.#parts)
    let at = 0
    for (let word = wordAt(all, at); word; word = wordAt(all, at)) {
      at = word.end
      if (word.end > word.start) this.#add(all.subarray(word.start, word.end))
      else if (this.#words.length) sentences.push(this.#words.splice(0))
    }
    this.#keep(all.subarray(at))
    return sentences
  }

  #add(bytes: Buffer) {
    if (!this.#words.length && bytes[0] !== EXCLAMATION) throw new RangeError('no reply')
    if (this.#words.length >= MOST_WORDS) throw new RangeError('sentence too long')
    this.#words.push(decodeText(bytes))
  }

  /** How much must be there before looking again, so that one-byte fragments of a long word cost nothing. */
  #keep(rest: Buffer) {
    this.#parts = rest.length ? [rest] : []
    this.#held = rest.length
    const length = lengthAt(rest, 0)
    if (length && length.value > LONGEST_REPLY && !this.#words.length) throw new RangeError('no reply')
    this.#wanted = length ? length.start + length.value : rest.length + 1
  }
}

function wordAt(bytes: Buffer, at: number) {
  const length = lengthAt(bytes, at)
  if (!length || length.start + length.value > bytes.length) return null
  return { start: length.start, end: length.start + length.value }
}

/** Null when the prefix is not complete yet. */
function lengthAt(bytes: Buffer, at: number) {
  if (at >= bytes.length) return null
  const first = bytes[at]
  if (first > 0xf0) throw new RangeError('reserved length byte')
  const more = first < 0x80 ? 0 : first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  if (at + more >= bytes.length) return null
  let value = first & [0x7f, 0x3f, 0x1f, 0x0f, 0][more]
  for (let i = 1; i <= more; i++) value = value * 256 + bytes[at + i]
  if (value > LONGEST_WORD) throw new RangeError('word too long')
  return { start: at + 1 + more, value }
}
