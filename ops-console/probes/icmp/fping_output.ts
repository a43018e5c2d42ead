/** Replies of one target: RTTs in ms in the order of sending, null for a lost one. */
export type Replies = (number | null)[]

/** `10.1.2.3 : 0.51 - 0.48`: what `fping -q -C` writes to the error stream for each target. */
const LINE = /^(\S+)\s+: ((?:-|\d+(?:\.\d+)?)(?: (?:-|\d+(?:\.\d+)?))*)\s*$/

/**
 * Reads the report of `fping -q -C n`. Anything else it says (unreachable hosts, duplicates, unknown names) is no
 * measurement. A target named twice keeps its first line.
 */
export function parseFping(output: string): Map<string, Replies> {
  const found = new Map<string, Replies>()
  for (const line of output.split('\n')) {
    const match = LINE.exec(line)
    if (!match || found.has(match[1]!)) continue
    found.set(
      match[1]!,
      match[2]!.split(' ').map((word) => (word === '-' ? null : Number(word)))
    )
  }
  return found
}
