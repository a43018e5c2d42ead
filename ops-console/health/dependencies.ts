import type { EntityState } from './states.ts'

/** An entity may hang on several others; it is cut off when all of them are out. */
export type Parents = ReadonlyMap<string, readonly string[]>

const OUT: readonly EntityState[] = ['DOWN', 'UNREACHABLE', 'MAINTENANCE']

/**
 * Whether every way to the entity is closed. A parent in maintenance counts as closed; one without a known state does
 * not; a parent named twice is one; a ring is never closed by itself.
 */
export function isCutOff(
  id: string,
  parents: Parents,
  stateOf: (id: string) => EntityState | undefined,
  seen: ReadonlySet<string> = new Set()
): boolean {
  const above = [...new Set(parents.get(id) ?? [])].filter((parent) => !seen.has(parent))
  if (above.length === 0) return false
  const path = new Set([...seen, id])
  return above.every((parent) => {
    const state = stateOf(parent)
    return (state !== undefined && OUT.includes(state)) || isCutOff(parent, parents, stateOf, path)
  })
}
