import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildClient } from '../launcher/client_build.ts'
import { explain, message, seconds } from '../messages.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a script of package.json with its output on the console. Returns whether it succeeded. */
export function runScript(name: string): Promise<boolean> {
  return step(`test.${name === 'lint' ? 'lint' : 'types'}`, async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const child = spawn(npm, ['run', '--silent', name], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const code = await new Promise((resolve) => child.once('error', () => resolve(1)).once('close', resolve))
    return code === 0
  })
}

/** Builds the pages when they are out of date. */
export const buildPages = () =>
  step('test.client', async () => !existsSync('vite.config.ts') || (await buildClient(), true))

/** Names a step, times it and says how it went. */
export async function step(key: string, work: () => Promise<boolean>): Promise<boolean> {
  const name = message(key)
  const from = performance.now()
  console.log(message('test.step', { name }))
  const good = await work().catch((error: unknown) => {
    console.error(explain(error))
    return false
  })
  console.log(message(good ? 'test.step_ok' : 'test.step_failed', { name, seconds: seconds(from) }))
  return good
}
