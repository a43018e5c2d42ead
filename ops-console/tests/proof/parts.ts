import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'

const CONSOLE = fileURLToPath(new URL('../../', import.meta.url))
const CHECKOUT = fileURLToPath(new URL('../../../', import.meta.url))

/** A process of the product, started as `npm start` starts it. */
export interface RunningPart {
  pid: number
  /** Null while it runs. */
  ended(): string | null
  stop(signal?: NodeJS.Signals): Promise<void>
}

/**
 * Starts a part of the console, e.g. `collector.ts`. What it prints goes into `log`, or nowhere.
 *
 * @example startPart('simulator/main.ts', { ...process.env, OPS_SIMULATOR_MAP: map })
 */
export function startPart(script: string, environment: NodeJS.ProcessEnv, log?: string): RunningPart {
  const out = log ? 'pipe' : 'ignore'
  // Over the channel it learns when this process is gone, however that ended.
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', '@poppinss/ts-exec', `${CONSOLE}${script}`],
    { cwd: CHECKOUT, env: environment, stdio: ['ignore', out, out, 'ipc'] }
  )
  if (log) {
    const file = createWriteStream(log, { flags: 'a' })
    child.stdout!.pipe(file, { end: false })
    child.stderr!.pipe(file, { end: false })
  }
  const ended = () => (child.exitCode === null ? child.signalCode : `code ${child.exitCode}`)
  return {
    ...{ pid: child.pid!, ended },
    async stop(signal = 'SIGTERM') {
      if (ended() !== null) return
      const gone = once(child, 'exit')
      // A process with a channel to its parent ends when that is closed, as under `npm start`.
      if (signal === 'SIGTERM') child.disconnect()
      else child.kill(signal)
      await gone
    },
  }
}

/** Looks again and again until there is something. @throws Error that names what was awaited */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  seconds: number
): Promise<T> {
  for (const last = Date.now() + seconds * 1000; ; await wait(150)) {
    const found = await look()
    if (found) return found
    if (Date.now() > last) throw new Error(`${what}: not within ${seconds} s`)
  }
}
