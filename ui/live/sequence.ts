export interface Delta<Change = unknown> {
  room: string
  seq: number
  changes: Change
}

/** `apply` it, `ignore` what the snapshot already has, or a delta was lost: ask for a new `snapshot`. */
export function judge(known: number | undefined, delta: Pick<Delta, 'seq'>): 'apply' | 'ignore' | 'snapshot' {
  if (known === undefined || delta.seq <= known) return 'ignore'
  return delta.seq === known + 1 ? 'apply' : 'snapshot'
}
