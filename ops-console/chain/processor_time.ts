import { readdir, readFile } from 'node:fs/promises'

/** Clock ticks a second in /proc; Linux has no other value since 2.6. */
const TICKS = 100

interface Stat {
  parent: number
  /** Ticks of itself, and of children that have ended. */
  own: number
  ended: number
}

async function statOf(pid: number | string): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (!text) return null
  // The name in brackets may hold anything, also blanks.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return { parent: fields[1], own: fields[11] + fields[12], ended: fields[13] + fields[14] }
}

/** CPU seconds of one process so far (proc(5)); 0 when there is none. */
export async function processSeconds(pid: number): Promise<number> {
  return ((await statOf(pid))?.own ?? 0) / TICKS
}

/** CPU seconds of a PostgreSQL server: postmaster, its living children and those it has seen end. */
export async function serverSeconds(postmaster: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map(async (pid) => ({ pid: Number(pid), stat: await statOf(pid) })))
  let ticks = 0
  for (const { pid, stat } of stats) {
    if (pid === postmaster) ticks += (stat?.own ?? 0) + (stat?.ended ?? 0)
    else if (stat?.parent === postmaster) ticks += stat.own
  }
  return ticks / TICKS
}

/** Resident memory of a process, MB; 0 when there is none. */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? 0) / 1024
}
