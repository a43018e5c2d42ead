import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { urlVariable, type DatabaseUrls } from './connections.ts'
import { ROLES } from './secrets.ts'
import { SetupError } from './setup_error.ts'

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url))

/** Variables by which a process learns its database URLs. */
export function urlEnvironment(urls: DatabaseUrls): Record<string, string> {
  return Object.fromEntries(ROLES.map((role) => [urlVariable(role), urls[role]]))
}

/** Brings the schema of the core and of every plugin up to date, as the owner. Runs in a process of its own. */
export async function prepareDatabase(urls: DatabaseUrls, environment: NodeJS.ProcessEnv = process.env) {
  await runAce(['unia:migrate'], { ...environment, ...urlEnvironment(urls) })
}

/**
 * Runs `node ace …` and returns what it printed; throws E_COMMAND_FAILED with the end of its output. `onLine` hears
 * every line as it comes.
 */
export async function runAce(
  args: string[],
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
  onLine?: (line: string, stream: 'stdout' | 'stderr') => void
): Promise<string> {
  const child = spawn(process.execPath, ['ace.js', ...args], {
    cwd: CHECKOUT,
    env: { ...environment, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    detached: true,
  })
  const out: string[] = []
  const all: string[] = []
  child.stdout.on('data', (chunk: Buffer) => (out.push(String(chunk)), all.push(String(chunk))))
  child.stderr.on('data', (chunk: Buffer) => all.push(String(chunk)))
  for (const stream of ['stdout', 'stderr'] as const)
    if (onLine) createInterface({ input: child[stream] }).on('line', (line) => onLine(line, stream))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) {
    const output = all.join('').trimEnd().split('\n').slice(-60).join('\n')
    const command = `node ace ${args.join(' ')}`
    throw new SetupError('E_COMMAND_FAILED', `${command} ended with code ${code}\n${output}`, {
      command,
      output,
    })
  }
  return out.join('')
}
