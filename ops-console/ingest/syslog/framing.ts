/** Longest message that is kept; the rest of a longer one is dropped (spec: 64 KiB). */
export const LARGEST_MESSAGE = 64 * 1024
/** Longest length a sender may announce; more is no message but a stream gone astray. */
const LARGEST_ANNOUNCED = 16 * 1024 * 1024
const LENGTH_DIGITS = 8
const [ZERO, ONE, NINE, SPACE, NEWLINE, RETURN, NUL] = [0x30, 0x31, 0x39, 0x20, 0x0a, 0x0d, 0x00]

const NOTHING = Buffer.alloc(0)

/**
 * Cuts a byte stream into messages. RFC 6587 knows two ways and neither is announced: a stream that begins with a
 * digit counts octets (`83 <34>1 …`, also RFC 5425), any other ends messages with a newline or NUL. The first byte of
 * the connection decides.
 */
export class Framer {
  #mode: 'counting' | 'lines' | null = null
  /** Parts of the message at hand, at most LARGEST_MESSAGE bytes. */
  #parts: Buffer[] = []
  #kept = 0
  /** Octets of the counted message still to come; null while its length is being read. */
  #left: number | null = null
  #digits = ''
  /** Messages that were cut off. */
  truncated = 0

  /**
   * Whole messages that are complete with these bytes.
   * @throws Error `E_FRAMING` when a count is no number: nothing after it can be read
   */
  push(chunk: Buffer): Buffer[] {
    if (!chunk.length) return []
    this.#mode ??= chunk[0]! >= ONE && chunk[0]! <= NINE ? 'counting' : 'lines'
    return this.#mode === 'counting' ? this.#counted(chunk) : this.#lines(chunk)
  }

  /** What stands there when the connection ends; a counted message that is not whole is null. */
  end(): Buffer | null {
    return this.#mode === 'lines' && this.#kept ? this.#take() : null
  }

  #lines(chunk: Buffer): Buffer[] {
    const messages: Buffer[] = []
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      if (chunk[at] !== NEWLINE && chunk[at] !== NUL) continue
      this.#keep(chunk.subarray(start, at))
      start = at + 1
      if (this.#kept) messages.push(trimmed(this.#take()))
    }
    this.#keep(chunk.subarray(start))
    return messages.filter(({ length }) => length > 0)
  }

  #counted(chunk: Buffer): Buffer[] {
    const messages: Buffer[] = []
    let at = 0
    while (at < chunk.length) {
      if (this.#left === null) at = this.#readLength(chunk, at)
      if (this.#left === null) break
      const end = Math.min(chunk.length, at + this.#left)
      this.#keep(chunk.subarray(at, end))
      this.#left -= end - at
      at = end
      if (this.#left > 0) break
      this.#left = null
      if (this.#kept) messages.push(trimmed(this.#take()))
    }
    return messages
  }

  #readLength(chunk: Buffer, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (byte === SPACE && this.#digits) {
        this.#left = Number(this.#digits)
        this.#digits = ''
        if (this.#left > LARGEST_ANNOUNCED) throw astray()
        return at + 1
      }
      // Some senders end a counted message with a newline of its own.
      if (!this.#digits && (byte === NEWLINE || byte === RETURN)) continue
      if (byte < ZERO || byte > NINE || this.#digits.length === LENGTH_DIGITS) throw astray()
      this.#digits += String.fromCharCode(byte)
    }
    return chunk.length
  }

  #keep(bytes: Buffer) {
    const room = LARGEST_MESSAGE - this.#kept
    if (!bytes.length || room <= 0) {
      if (bytes.length && room === 0) this.#cutOff()
      return
    }
    const part = bytes.subarray(0, room)
    // A copy: the socket's buffer is larger than the part and would be held by it.
    this.#parts.push(Buffer.from(part))
    this.#kept += part.length
    if (bytes.length > room) this.#cutOff()
  }

  #cut = false

  #cutOff() {
    if (!this.#cut) this.truncated++
    this.#cut = true
  }

  #take(): Buffer {
    const message = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts)
    this.#parts = []
    this.#kept = 0
    this.#cut = false
    return message.length ? message : NOTHING
  }
}

const astray = () => Object.assign(new Error('the octet count is no number'), { code: 'E_FRAMING' })

const trimmed = (message: Buffer) =>
  message.at(-1) === RETURN || message.at(-1) === NEWLINE ? trimEnd(message) : message

function trimEnd(message: Buffer) {
  let end = message.length
  while (end > 0 && (message[end - 1] === RETURN || message[end - 1] === NEWLINE)) end--
  return message.subarray(0, end)
}
