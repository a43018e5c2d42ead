import type { Parents } from './dependencies.ts'

/** Agreed work that is going on. `tenantId` null: everywhere; `deviceId` null: the whole unit. */
export interface ActiveWindow {
  tenantId: number | null
  deviceId: string | null
  /** With all that hangs on it. */
  subtree: boolean
}

interface Entity {
  id: string
  tenantId: number
}

/** Entities that a window covers, by id. */
export function inMaintenance(
  windows: readonly ActiveWindow[],
  entities: readonly Entity[],
  parents: Parents
): Set<string> {
  const covered = new Set<string>()
  const roots = new Set<string>()
  for (const { tenantId, deviceId, subtree } of windows) {
    for (const { id, tenantId: own } of entities) {
      if (deviceId === null ? tenantId !== null && tenantId !== own : id !== deviceId) continue
      covered.add(id)
      if (subtree) roots.add(id)
    }
  }
  if (roots.size) for (const { id } of entities) if (hangsOn(id, roots, parents)) covered.add(id)
  return covered
}

function hangsOn(
  id: string,
  roots: ReadonlySet<string>,
  parents: Parents,
  seen = new Set<string>()
): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  return (parents.get(id) ?? []).some((parent) => roots.has(parent) || hangsOn(parent, roots, parents, seen))
}
