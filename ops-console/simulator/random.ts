/** A number in [0, 1) that depends on nothing but its arguments (FNV-1a, finished as in MurmurHash3). */
export function chance(...parts: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const char of parts.join('/')) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

export const between = (low: number, high: number, ...parts: (string | number)[]) =>
  low + chance(...parts) * (high - low)
