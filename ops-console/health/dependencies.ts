import type { EntityState } from './states.ts'

/** An entity may hang on several others; it is cut off when all of them are out. */
export type Parents = Pick<ReadonlyMap<string, readonly string[]>, 'get'>

/**
 * How a parent looks to a child that just fell silent. `open`: it has answered since; `closed`: down, cut off or in
 * maintenance; `waiting`: it may be out as well and shows it soon; `unknown`: it will not tell.
 */
export type Look = 'open' | 'closed' | 'waiting' | 'unknown'

export type Way = 'open' | 'closed' | 'undecided'

const OUT: readonly EntityState[] = ['DOWN', 'UNREACHABLE', 'MAINTENANCE']

export const isOut = (state: EntityState) => OUT.includes(state)

/**
 * Whether some way to the entity is open. An outage higher up reaches through a parent that is not known to work; a
 * parent named twice is one; a ring is never closed by itself.
 */
export function wayTo(
  id: string,
  parents: Parents,
  look: (parent: string) => Look,
  seen: readonly string[] = []
): Way {
  const above = (parents.get(id) ?? []).filter((parent) => !seen.includes(parent))
  if (above.length === 0) return 'open'
  let undecided = false
  for (const parent of above) {
    const seemed = look(parent)
    if (seemed === 'open') return 'open'
    if (seemed === 'closed') continue
    const further = wayTo(parent, parents, look, [...seen, id])
    if (further === 'open' && seemed === 'unknown') return 'open'
    if (further !== 'closed') undecided = true
  }
  return undecided ? 'undecided' : 'closed'
}

/** Whether every way to the entity is closed. A parent without a known state does not close it by itself. */
export function isCutOff(
  id: string,
  parents: Parents,
  stateOf: (id: string) => EntityState | undefined
): boolean {
  const look = (parent: string): Look => {
    const state = stateOf(parent)
    if (state === undefined || state === 'UNKNOWN') return 'unknown'
    return isOut(state) ? 'closed' : 'open'
  }
  return wayTo(id, parents, look) === 'closed'
}

/** The entities by which an entity is cut off: the nearest above it that are out of themselves. */
export function causesAbove(
  id: string,
  parents: Parents,
  stateOf: (id: string) => EntityState | undefined
): string[] {
  const found = new Set<string>()
  const seen = new Set<string>([id])
  const climb = (child: string) => {
    for (const parent of parents.get(child) ?? []) {
      if (seen.has(parent)) continue
      seen.add(parent)
      const state = stateOf(parent)
      if (state === 'DOWN' || state === 'MAINTENANCE') found.add(parent)
      else climb(parent)
    }
  }
  climb(id)
  return [...found]
}

/** Parents without repetitions and without those that hang on their own child, however far round. */
export function withoutRings(parents: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const ring = ringOf(parents)
  return new Map(
    [...parents].map(([id, above]) => [
      id,
      [...new Set(above)].filter((parent) => parent !== id && ring.get(parent) !== ring.get(id)),
    ])
  )
}

/** A number for every entity, the same for those that hang on each other in a ring (Tarjan, without recursion). */
function ringOf(parents: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const ring = new Map<string, number>()
  const stack: string[] = []
  for (const start of parents.keys()) {
    if (order.has(start)) continue
    const path = [{ id: start, next: 0 }]
    while (path.length) {
      const here = path.at(-1)!
      if (here.next === 0) {
        order.set(here.id, order.size)
        low.set(here.id, order.get(here.id)!)
        stack.push(here.id)
      }
      const above = parents.get(here.id)?.[here.next++]
      if (above !== undefined) {
        if (!order.has(above)) path.push({ id: above, next: 0 })
        else if (!ring.has(above)) low.set(here.id, Math.min(low.get(here.id)!, order.get(above)!))
        continue
      }
      path.pop()
      const below = path.at(-1)
      if (below) low.set(below.id, Math.min(low.get(below.id)!, low.get(here.id)!))
      if (low.get(here.id) !== order.get(here.id)) continue
      for (let id = ''; id !== here.id;) {
        id = stack.pop()!
        ring.set(id, order.get(here.id)!)
      }
    }
  }
  return ring
}
