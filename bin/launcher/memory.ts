import { readdirSync, readFileSync } from 'node:fs'

/**
 * Resident memory in MB of a process and all it started. Pages shared between them are counted once (PSS) where the
 * system tells, else for each (RSS). Null where there is no /proc.
 */
export function memoryOf(pid: number): number | null {
  const sizes = family(pid).map(sizeOf)
  return sizes.length && sizes[0] !== null
    ? Math.round(sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) / 1024)
    : null
}

function sizeOf(pid: number): number | null {
  try {
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
    if (pss) return Number(pss[1])
  } catch {
    // Not ours to see; the resident size is public.
  }
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return null
  }
}

function family(root: number): number[] {
  const parents = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc')) {
      const parent = /^\d+$/.test(name) ? parentOf(name) : null
      if (parent !== null) parents.set(Number(name), parent)
    }
  } catch {
    return []
  }
  const members = [root]
  for (const member of members) for (const [pid, parent] of parents) if (parent === member) members.push(pid)
  return members
}

function parentOf(pid: string): number | null {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return null
  }
}
