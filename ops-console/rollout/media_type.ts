const SIGNATURES: [type: string, at: number, bytes: number[]][] = [
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46]],
  // ODF and OOXML files, and archives of drawings, are ZIP.
  ['application/zip', 0, [0x50, 0x4b, 0x03, 0x04]],
]

/** What a file is by its first bytes, or null when it is none of the kinds that are taken. */
export function mediaType(bytes: Buffer): string | null {
  const found = SIGNATURES.find(([, at, signature]) => signature.every((byte, i) => bytes[at + i] === byte))
  return found ? found[0] : null
}
