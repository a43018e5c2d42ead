import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromWorker, TestResult } from './protocol.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BOOT_TIMEOUT_MS = 90_000
const WITH_PARENT = new URL('../launcher/with_parent.ts', import.meta.url).href

export interface FileResult {
  path: string
  tests: TestResult[]
  /** Why the file as a whole failed, apart from its tests. */
  fault: 'timeout' | 'died' | 'failed' | null
  reason?: string
  output: string
  ms: number
}

/** One process that runs spec files one after another in a booted application; replaced after a hang or a crash. */
export class TestWorker {
  #child: ChildProcess | null = null
  #booted: Promise<boolean> = Promise.resolve(false)
  #output = ''

  constructor(readonly environment: NodeJS.ProcessEnv) {}

  /** Runs a file and gathers its results; never throws and never hangs. */
  async run(path: string, timeoutMs: number): Promise<FileResult> {
    this.#output = ''
    const child = (this.#child ??= this.#spawn())
    const booted = await this.#booted
    const from = performance.now()
    const tests: TestResult[] = []
    const result = (fault: FileResult['fault'], reason?: string): FileResult => ({
      path,
      tests,
      fault,
      reason,
      output: this.#output,
      ms: Math.round(performance.now() - from),
    })
    if (!booted) {
      this.kill()
      return result('died', `${child.signalCode ?? child.exitCode ?? 'boot'}`)
    }
    return new Promise((resolve) => {
      const finish = (fault: FileResult['fault'], reason?: string) => {
        clearTimeout(timer)
        child.removeAllListeners('message').removeAllListeners('exit')
        if (fault === 'timeout' || fault === 'died') this.kill()
        // The last lines of output may still be in the pipe.
        setTimeout(() => resolve(result(fault, reason)), fault ? 100 : 0)
      }
      const timer = setTimeout(() => finish('timeout'), timeoutMs)
      child.on('exit', (code, signal) => finish('died', signal ?? String(code)))
      child.on('message', (message: FromWorker) => {
        if (message.type === 'test') tests.push(message)
        if (message.type === 'done') finish(message.failed ? 'failed' : null)
      })
      child.send({ file: path }, (error) => error && finish('died', error.message))
    })
  }

  async stop() {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode) return
    const ended = new Promise((done) => child.once('exit', done))
    const timer = setTimeout(() => this.kill(), 5_000)
    child.kill('SIGTERM')
    await ended
    clearTimeout(timer)
  }

  kill() {
    try {
      if (this.#child?.pid) process.kill(-this.#child.pid, 'SIGKILL')
    } catch {
      // It has just ended.
    }
    this.#child = null
  }

  #spawn() {
    const child = spawn(
      process.execPath,
      ['--import', '@poppinss/ts-exec', '--import', WITH_PARENT, 'bin/test.ts'],
      {
        cwd: ROOT,
        env: this.environment,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        detached: true,
      }
    )
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.#output += String(chunk)))
    child.on('error', () => {})
    this.#booted = new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), BOOT_TIMEOUT_MS)
      const settle = (booted: boolean) => {
        clearTimeout(timer)
        resolve(booted)
      }
      child.once('message', () => settle(true))
      child.once('exit', () => settle(false))
    })
    return child
  }
}
