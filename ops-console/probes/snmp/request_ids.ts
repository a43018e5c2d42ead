import { randomFillSync } from 'node:crypto'

const pool = new Int32Array(1024)
let at = pool.length

/** A request id that nobody can foresee; always written in four bytes. */
export function freshRequestId(): number {
  if (at === pool.length) {
    randomFillSync(pool)
    at = 0
  }
  return (pool[at++] & 0x3fffffff) | 0x40000000
}
