let turn = 0

/** A reply made unreadable: 1 bad length, 2 truncated, 3 unknown tag, 4 empty; `true` takes them in turn. */
export function broken(reply: Buffer, how: boolean | number): Buffer {
  const kind = how === true ? (turn++ % 4) + 1 : how
  if (kind === 1) return Buffer.from([0x30, 0x82, 0x01, 0x00, 0x47])
  if (kind === 2) return reply.subarray(0, Math.floor(reply.length * 0.6))
  if (kind === 4) return Buffer.alloc(0)
  return withTag(reply, 0x47)
}

/** The message's tag replaced by one that does not exist. */
function withTag(reply: Buffer, tag: number): Buffer {
  const copy = Buffer.from(reply)
  copy[0] = tag
  return copy
}
