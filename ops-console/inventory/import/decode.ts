export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1250'

/**
 * Text of a file of unknown encoding: a byte order mark decides, then whether the bytes are UTF-8; anything else is what
 * Polish Excel writes.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: textOf(bytes, 'utf-16le'), encoding: 'UTF-16' }
  if (first === 0xfe && second === 0xff) return { text: textOf(bytes, 'utf-16be'), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: textOf(bytes, 'windows-1250'), encoding: 'Windows-1250' }
  }
}

const textOf = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes)
