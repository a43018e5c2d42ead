import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetupError } from '../../app/database/setup_error.ts'
import { message } from '../messages.ts'

/**
 * Makes sure the port can be opened, before anything long begins; waits up to `patience` milliseconds for it. Throws
 * E_PORT_TAKEN with who has it and a free one.
 */
export async function requirePort(host: string, port: number, patience = 0) {
  const until = performance.now() + patience
  let code = await attempt(host, port)
  while (code === 'EADDRINUSE' && performance.now() < until) {
    await sleep(200)
    code = await attempt(host, port)
  }
  if (code === null) return
  if (code === 'EADDRINUSE') {
    const owner = portOwner(port)
    const by = owner ? message('error.E_PORT_TAKEN.by', { ...owner }) : ''
    throw new SetupError('E_PORT_TAKEN', `Port ${port} is taken`, {
      port,
      by,
      free: await nextFree(host, port),
    })
  }
  if (code === 'EACCES')
    throw new SetupError('E_PORT_NOT_ALLOWED', `Port ${port} not allowed`, { host, port })
  throw new SetupError('E_HOST_UNKNOWN', `Cannot listen on ${host}: ${code}`, { host })
}

async function nextFree(host: string, port: number) {
  for (let next = port + 1; next < Math.min(port + 100, 65_536); next++)
    if ((await attempt(host, next)) === null) return next
  return 3334
}

/** Null when the port could be opened (it is closed again), else the code of the error. */
async function attempt(host: string, port: number): Promise<string | null> {
  const server = createServer()
  const code = await new Promise<string | null>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'UNKNOWN'))
    server.listen({ host, port, exclusive: true }, () => resolve(null))
  })
  if (code === null) await new Promise((done) => server.close(done))
  return code
}

/** The process that listens on a TCP port, where the system tells (Linux, own processes or as root). */
export function portOwner(port: number): { pid: number; name: string } | null {
  try {
    const inodes = new Set(
      ['tcp', 'tcp6'].flatMap((table) => listeners(readFileSync(`/proc/net/${table}`, 'utf8'), port))
    )
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    const pid = pids.find((each) => sockets(each).some((inode) => inodes.has(inode)))
    return pid
      ? { pid: Number(pid), name: basename(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]!) }
      : null
  } catch {
    return null
  }
}

/** Socket inodes that listen (state 0A) on a port, from the text of /proc/net/tcp. */
export function listeners(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  const rows = table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
  return rows
    .filter(([, local, , state]) => local?.endsWith(`:${wanted}`) && state === '0A')
    .map((row) => row[9]!)
}

function sockets(pid: string): string[] {
  const folder = `/proc/${pid}/fd`
  return quietly(() => readdirSync(folder), []).flatMap((fd) => {
    // A descriptor may close between the two calls.
    const link = quietly(() => readlinkSync(`${folder}/${fd}`), '')
    return /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []
  })
}

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
