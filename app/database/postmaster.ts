import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './connections.ts'
import type { ClusterHome } from './cluster_home.ts'
import { asSetupError, SetupError } from './setup_error.ts'

const SETPRIV = '/usr/bin/setpriv'

/** Ends a server that an earlier, killed launcher left behind; returns its pid or null. Dead pid files are removed. */
export async function clearLeftover(dataDir: string): Promise<number | null> {
  const path = join(dataDir, 'postmaster.pid')
  if (!existsSync(path)) return null
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
  if (!isServerOf(pid, dataDir)) {
    rmSync(path, { force: true })
    return null
  }
  await end(pid)
  return pid
}

/** A recycled pid may belong to anyone, so the command line decides. */
function isServerOf(pid: number, dataDir: string) {
  if (!(pid > 0) || !isAlive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir)
  } catch {
    return !existsSync('/proc')
  }
}

/** Fast shutdown, then an immediate one. */
async function end(pid: number, patience = 15_000) {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    const until = Date.now() + (signal === 'SIGINT' ? patience : 5_000)
    while (isAlive(pid) && Date.now() < until) await sleep(25)
  }
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C in a terminal reaches the launcher only, and lets
 * the kernel end it when the launcher dies without a word (where `setpriv` exists).
 */
export async function launch(home: ClusterHome, settings: Record<string, string | number>, logPath: string) {
  mkdirSync(dirname(logPath), { recursive: true })
  const from = existsSync(logPath) ? statSync(logPath).size : 0
  const log = openSync(logPath, 'a')
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const line = [home.bin.postgres, '-D', home.dataDir, ...flags]
  if (existsSync(SETPRIV)) line.unshift(SETPRIV, '--pdeathsig', 'INT')
  const child = spawn(line[0]!, line.slice(1), {
    ...home.user,
    cwd: home.dataDir,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  await ready(child, home.dataDir, () => readFileSync(logPath).subarray(from).toString())
  return {
    pid: child.pid!,
    stop: () => end(child.pid!),
    ended: new Promise<void>((done) => child.once('exit', () => done())),
  }
}

/** The eighth line of postmaster.pid tells the state of the server. */
async function ready(child: ChildProcess, dataDir: string, log: () => string) {
  const until = Date.now() + 120_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode) throw refused(log(), dataDir)
    const lines = pidFile(dataDir)
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return
    if (Date.now() > until) {
      await end(child.pid!)
      throw refused(log(), dataDir)
    }
    await sleep(20)
  }
}

function pidFile(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function refused(output: string, dataDir: string) {
  const known = asSetupError(new Error(output), dataDir)
  if (known instanceof SetupError) return known
  if (/could not bind|Address already in use/i.test(output))
    return new SetupError('E_DATABASE_PORT_TAKEN', output, { output })
  if (/pre-existing shared memory block/i.test(output))
    return new SetupError('E_DATABASE_STILL_ENDING', output, { output })
  return new SetupError('E_DATABASE_REFUSED', `PostgreSQL did not start\n${output}`, {
    output: output.trimEnd().split('\n').slice(-15).join('\n'),
  })
}
