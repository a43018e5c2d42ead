import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { processSeconds, residentMegabytes } from './processor_time.ts'

/**
 * Node's own reading of TypeScript, a small nursery, and one helper thread that collects it: what is not made by a
 * compiler and copies of it in memory is the chain's.
 */
const RUNTIME = [
  ...['--experimental-transform-types', '--disable-warning=ExperimentalWarning'],
  ...['--max-semi-space-size=8', '--single-threaded-gc', '--v8-pool-size=1'],
]

/** What was compiled once is taken from here, so that the compiler itself is not loaded again. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/ops-chain', import.meta.url))

/** One process of the chain: started with `input`, asked by name, ended by `stop`. */
export interface Part {
  pid: number
  ask<T>(question: string): Promise<T>
  cpuSeconds(): Promise<number>
  megabytes(): Promise<number>
  stop(): Promise<void>
}

/** Starts a script of this folder in a process of its own. @throws Error when it ends before it is ready */
export async function startPart(
  script: string,
  input: object,
  environment: NodeJS.ProcessEnv = process.env
): Promise<Part> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env: { ...environment, NODE_COMPILE_CACHE: COMPILED, MALLOC_ARENA_MAX: '2' },
    execArgv: [...measuring(script), ...RUNTIME],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let number = 0
  const open = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  child.on('message', ({ number: of, answer }: { number: number; answer: never }) => {
    open.get(of)?.resolve(answer)
    open.delete(of)
  })
  child.once('exit', (code) => {
    for (const { reject } of open.values()) reject(new Error(`${script} ended with ${code}`))
  })
  const ask = <T>(question: string, value?: object) =>
    new Promise<T>((resolve, reject) => {
      if (!child.connected) return reject(new Error(`${script} has ended`))
      open.set(++number, { resolve, reject })
      child.send({ number, question, value })
    })
  const pid = child.pid!
  await ask('start', input)
  return {
    ...{ pid, ask },
    cpuSeconds: () => processSeconds(pid),
    megabytes: () => residentMegabytes(pid),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(timer)
    },
  }
}

/** With OPS_CHAIN_PROFILE=<folder> every process leaves a CPU profile there. */
function measuring(script: string): string[] {
  const folder = process.env.OPS_CHAIN_PROFILE
  return folder
    ? [
        '--cpu-prof',
        '--cpu-prof-interval=3000',
        `--cpu-prof-dir=${join(folder, script.replace(/\W+/g, '-'))}`,
      ]
    : []
}

type Answers = Record<string, (value: never) => unknown>

/** The other side: answers what is asked, and ends with `ending` when the one that started it is gone. */
export function servePart(answers: Answers, ending: () => Promise<void>) {
  process.on(
    'message',
    async ({ number, question, value }: { number: number; question: string; value: never }) => {
      process.send?.({ number, answer: await answers[question](value) })
    }
  )
  process.once('disconnect', () => void ending().finally(() => process.exit(0)))
}
