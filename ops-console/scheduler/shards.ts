/** A share of the city: number `index` (from 1) of `count`. */
export interface Shard {
  index: number
  count: number
}

/**
 * Which share an entity belongs to, from 1 on; the same for the same id and count, whoever asks (FNV-1a, 32 bits).
 *
 * @example shardOf('0192f0c4-…', 2) // 1 or 2
 */
export function shardOf(id: string, count: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0
  return (hash % count) + 1
}

/**
 * Reads `2/4`.
 * @throws Error `E_SHARD` when it is no share
 */
export function parseShard(text: string): Shard {
  const [index, count] = (text.match(/^(\d+)\/(\d+)$/)?.slice(1) ?? []).map(Number)
  if (index >= 1 && index <= count && count <= 64) return { index, count }
  throw Object.assign(new Error('a shard is written i/n, e.g. 1/2'), { code: 'E_SHARD' })
}
