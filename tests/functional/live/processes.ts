import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, connect as open, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { io as connect, type Socket } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import { later } from '../../../app/testing/cleanup.ts'

export interface WebProcess {
  port: number
  pid: number
  publish(room: string, change: unknown): void
  /** What it has written to its log so far. */
  log(): string
  stop(): Promise<void>
}

/** A second or third web process on the worker's database; ended with the test. */
export async function aWebProcess(environment: NodeJS.ProcessEnv = {}): Promise<WebProcess> {
  const child = fork(fileURLToPath(new URL('web_process.ts', import.meta.url)), {
    execArgv: ['--import', '@poppinss/ts-exec'],
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let log = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (log += String(chunk)))
  later(() => ended(child))
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', ({ listeningOn }: { listeningOn?: number }) => listeningOn && resolve(listeningOn))
    child.once('exit', (code) => reject(new Error(`web process ended with ${code}: ${log}`)))
  })
  return {
    ...{ port, pid: child.pid!, log: () => log, stop: () => ended(child) },
    publish: (room, change) => void child.send({ room, change }),
  }
}

/** Ends a process that a spec started: kindly, after five seconds for certain. */
export async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(timer)
}

/** A Redis of the spec's own on a free port of loopback, without anything on disk. */
export async function aRedis(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'unia-redis-'))
  later(() => rm(folder, { recursive: true, force: true }))
  const port = await freePort()
  let child: ChildProcess
  const start = async () => {
    const words = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      folder,
    ]
    child = spawn(program, words, { stdio: 'ignore' })
    await answering(port)
  }
  later(async () => void (child && (await ended(child))))
  return {
    ...{ url: `redis://127.0.0.1:${port}`, start },
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    /** Holds the server, connections open, or lets it go on. */
    hold: (on: boolean) => void child.kill(on ? 'SIGSTOP' : 'SIGCONT'),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answering(port: number) {
  for (const last = Date.now() + 15_000; Date.now() < last; await wait(50)) {
    const socket = open(port, '127.0.0.1')
    const stands = await new Promise((resolve) =>
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    )
    socket.destroy()
    if (stands) return
  }
  throw new Error(`no Redis on port ${port} within 15 s`)
}

export interface Tab {
  socket: Socket
  /** All changes of deltas so far, and the numbers of the deltas. */
  changes: unknown[]
  numbers: number[]
  join(room: string): Promise<{ ok: boolean; seq?: number }>
  /** Resolves when a delta carried this change. */
  heard(change: unknown, ms?: number): Promise<void>
  gone: Promise<string>
}

/** A browser tab of this person at one of the web processes. */
export async function aTab({ port }: { port: number }, token: string, namespace = '/'): Promise<Tab> {
  const socket = connect(`http://127.0.0.1:${port}${namespace}`, {
    ...{ parser, transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: { cookie: `unia-session=${token}` },
  })
  later(async () => void socket.disconnect())
  const tab = { changes: [] as unknown[], numbers: [] as number[] }
  socket.on('delta', ({ seq, changes }: { seq: number; changes: unknown }) => {
    tab.numbers.push(seq)
    tab.changes.push(...(Array.isArray(changes) ? changes : [changes]))
  })
  const gone = new Promise<string>((resolve) => socket.once('disconnect', resolve))
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  return {
    ...{ ...tab, socket, gone },
    join: (room) => socket.timeout(8_000).emitWithAck('join', { room }),
    heard: (change, ms = 10_000) =>
      until(() => tab.changes.some((one) => JSON.stringify(one) === JSON.stringify(change)), ms),
  }
}

/** Waits until something holds. @throws Error when it does not in time */
export async function until(holds: () => unknown, ms: number) {
  for (const last = Date.now() + ms; Date.now() < last; await wait(20)) if (await holds()) return
  throw new Error(`not within ${ms} ms`)
}
