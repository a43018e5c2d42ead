import { spawn, type ChildProcess } from 'node:child_process'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  type WriteStream,
} from 'node:fs'
import { dirname, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { dataFolder } from '../../app/database/data_folder.ts'
import { SetupError } from '../../app/database/setup_error.ts'
import { message } from '../messages.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const WITH_PARENT = new URL('with_parent.ts', import.meta.url).href
const LARGEST_LOG = 10 * 1024 * 1024
/** A child that lived this long starts again with the shortest wait. */
const STEADY_MS = 60_000
const ATTEMPTS_BEFORE_READY = 4

export interface ChildSpec {
  name: 'web' | 'collector' | 'simulator'
  args: string[]
  environment: NodeJS.ProcessEnv
  /** Also shows the output on the console, for developers. */
  echo?: boolean
}

/** A process that is kept running: restarted with growing waits when it ends without having been told to. */
export class KeptProcess {
  readonly logPath: string
  #child: ChildProcess | null = null
  #log: WriteStream
  #stopping = false
  #crashes = 0
  #timer: NodeJS.Timeout | undefined
  /** Until the city is ready, repeated crashes end the start instead of going on for ever. */
  settled = false

  constructor(
    readonly spec: ChildSpec,
    readonly say: (text: string) => void,
    readonly onGivingUp: (error: SetupError) => void
  ) {
    this.logPath = dataFolder('logs', `${spec.name}.log`)
    mkdirSync(dirname(this.logPath), { recursive: true })
    if (existsSync(this.logPath) && statSync(this.logPath).size > LARGEST_LOG)
      renameSync(this.logPath, `${this.logPath}.1`)
    this.#log = createWriteStream(this.logPath, { flags: 'a' })
    this.#log.on('error', () => {})
  }

  get pid() {
    return this.#child?.pid ?? null
  }

  get label() {
    return message(`child.${this.spec.name}`)
  }

  start() {
    const born = performance.now()
    // A process group of its own: Ctrl-C reaches the launcher alone, which ends the children in order.
    const child = spawn(
      process.execPath,
      ['--import', '@poppinss/ts-exec', '--import', WITH_PARENT, ...this.spec.args],
      {
        cwd: ROOT,
        env: this.spec.environment,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        detached: true,
      }
    )
    this.#child = child
    for (const stream of [child.stdout!, child.stderr!])
      createInterface({ input: stream }).on('line', (line) => this.#write(line))
    child.on('error', () => {})
    child.once('exit', (code, signal) => {
      this.#child = null
      if (!this.#stopping) this.#again(signal ?? `${code}`, performance.now() - born)
    })
  }

  /** Asks for an orderly end; after `patience` milliseconds the whole group is killed. */
  async stop(patience: number) {
    this.#stopping = true
    clearTimeout(this.#timer)
    const child = this.#child
    if (child?.pid && child.exitCode === null && !child.signalCode) {
      const ended = new Promise((done) => child.once('exit', done))
      // The whole group: in development the server is a child of the one that watches files.
      this.#signal('SIGTERM')
      const timer = setTimeout(() => this.kill(), patience)
      await ended
      clearTimeout(timer)
    }
    await new Promise((done) => this.#log.end(done))
  }

  kill() {
    this.#stopping = true
    this.#signal('SIGKILL')
  }

  #signal(signal: NodeJS.Signals) {
    try {
      if (this.#child?.pid) process.kill(-this.#child.pid, signal)
    } catch {
      // It has just ended.
    }
  }

  #write(line: string) {
    this.#log.write(`${line}\n`)
    if (this.spec.echo) this.say(`[${this.spec.name}] ${line}`)
  }

  #again(reason: string, lived: number) {
    this.#crashes = lived > STEADY_MS ? 1 : this.#crashes + 1
    const log = relative(ROOT, this.logPath)
    const values = { name: this.label, reason, log }
    if (!this.settled && this.#crashes >= ATTEMPTS_BEFORE_READY) {
      const text = message('child.gave_up', { ...values, tail: lastLines(this.logPath) })
      return this.onGivingUp(new SetupError('E_CHILD_GAVE_UP', text, { text }))
    }
    const wait = backOff(this.#crashes)
    this.say(message('child.crashed', { ...values, seconds: wait / 1000 }))
    this.#timer = setTimeout(() => this.start(), wait)
  }
}

/** Wait before the n-th restart in milliseconds: 1, 2, 4 … at most 30 seconds. */
export const backOff = (crashes: number) => Math.min(1000 * 2 ** (crashes - 1), 30_000)

export function lastLines(path: string, count = 20): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : ''
}
