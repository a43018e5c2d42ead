interface Aged {
  id: string
  openedAt: string
  closedAt: string | null
}

/** What is open after changes: closed ones gone, others as they are now, the newest first. */
export function openAfter<Incident extends Aged>(
  open: readonly Incident[],
  changed: readonly Incident[]
): Incident[] {
  const all = new Map([...open, ...changed].map((one) => [one.id, one]))
  return [...all.values()].filter(({ closedAt }) => closedAt === null).sort(newestFirst)
}

const newestFirst = (a: Aged, b: Aged) => b.openedAt.localeCompare(a.openedAt) || b.id.localeCompare(a.id)
