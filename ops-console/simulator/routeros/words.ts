/** Its own writing of the protocol, so that the client is not tested against itself. */
export function sentence(words: readonly string[], asWin1252 = false): Buffer {
  const encoded = words.map((word) => {
    const body = asWin1252
      ? Buffer.from(
          word
            .replaceAll('Ł', '?')
            .replaceAll('–', '-')
            .replace(/[^\x00-\xff]/g, 'ó'),
          'latin1'
        )
      : Buffer.from(word)
    return Buffer.concat([lengthOf(body.length), body])
  })
  return Buffer.concat([...encoded, Buffer.alloc(1)])
}

export function lengthOf(n: number): Buffer {
  if (n < 1 << 7) return Buffer.of(n)
  if (n < 1 << 14) return Buffer.of(0x80 | (n >> 8), n & 255)
  if (n < 1 << 21) return Buffer.of(0xc0 | (n >> 16), (n >> 8) & 255, n & 255)
  if (n < 1 << 28) return Buffer.of(0xe0 | (n >> 24), (n >> 16) & 255, (n >> 8) & 255, n & 255)
  return Buffer.of(0xf0, n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255)
}

/** Complete sentences of what has come, and what is left of it. */
export function sentencesOf(bytes: Buffer): { sentences: string[][]; rest: Buffer } {
  const sentences: string[][] = []
  let [at, begin] = [0, 0]
  let words: string[] = []
  while (at < bytes.length) {
    const first = bytes[at]
    const size = first < 0x80 ? 1 : first < 0xc0 ? 2 : first < 0xe0 ? 3 : first < 0xf0 ? 4 : 5
    if (at + size > bytes.length) break
    const length =
      size === 5 ? bytes.readUInt32BE(at + 1) : bytes.readUIntBE(at, size) & (2 ** (7 * size) - 1)
    if (at + size + length > bytes.length) break
    if (length) words.push(bytes.toString('utf8', at + size, at + size + length))
    at += size + length
    if (length) continue
    if (words.length) sentences.push(words)
    words = []
    begin = at
  }
  return { sentences, rest: bytes.subarray(begin) }
}
