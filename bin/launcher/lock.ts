import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isAlive } from '../../app/database/connections.ts'
import { readPrivate } from '../../app/database/data_folder.ts'
import { asSetupError, SetupError } from '../../app/database/setup_error.ts'

interface Holder {
  pid: number
  /** Start of the process in clock ticks since boot, so that a recycled pid is not taken for the holder. */
  born: string | null
  address: string
}

export interface Lock {
  /** Pid of a launcher that was killed without releasing, or null. */
  tookOverFrom: number | null
  release(): void
}

/** One launcher for one data folder. Throws E_ALREADY_RUNNING; a lock left by a killed launcher is taken over. */
export function takeLock(path: string, address: string): Lock {
  const holder = readPrivate<Holder>(path)
  if (holder && holds(holder))
    throw new SetupError('E_ALREADY_RUNNING', `Running as ${holder.pid}`, {
      pid: holder.pid,
      address: holder.address,
    })
  const mine: Holder = { pid: process.pid, born: bornAt(process.pid), address }
  try {
    rmSync(path, { force: true })
    // Of two launchers started at once only one creates the file.
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw asSetupError(error, dirname(path))
    const winner = readPrivate<Holder>(path)
    throw new SetupError('E_ALREADY_RUNNING', `Started at once`, { pid: winner?.pid ?? 0, address })
  }
  return { tookOverFrom: holder?.pid ?? null, release: () => release(path) }
}

function holds({ pid, born }: Holder) {
  return pid !== process.pid && isAlive(pid) && born === bornAt(pid)
}

function release(path: string) {
  if (readPrivate<Holder>(path)?.pid === process.pid) rmSync(path, { force: true })
}

/** Null where there is no /proc; then only the pid counts. */
export function bornAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
