import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataFolder } from '../../app/database/data_folder.ts'
import { SetupError } from '../../app/database/setup_error.ts'
import { isStamped, stampOf } from './stamp.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MANIFEST = join(ROOT, 'public/assets/.vite/manifest.json')

/** Everything the pages are built from. */
const SOURCES = [
  '{inertia,ui}/**/*',
  '{plugins/*,ops-console}/{pages,messages}/**/*',
  '{plugins/*,ops-console}/contract.ts',
  'messages/**/*',
  'vite.config.*',
  'package-lock.json',
]

/** Builds the pages when their sources changed since the last build. Returns whether it built. Throws E_CLIENT_BUILD. */
export async function buildClient(signal?: AbortSignal): Promise<boolean> {
  const kept = dataFolder('client.stamp')
  const stamp = stampOf(ROOT, SOURCES)
  if (existsSync(MANIFEST) && isStamped(kept, stamp)) return false
  await vite(signal)
  mkdirSync(dataFolder(), { recursive: true })
  writeFileSync(kept, `${stamp}\n`)
  return true
}

async function vite(signal?: AbortSignal) {
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += String(chunk)))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  const tail = output.trimEnd().split('\n').slice(-40).join('\n')
  if (code !== 0)
    throw new SetupError('E_CLIENT_BUILD', `vite build ended with ${String(code)}`, { output: tail })
}
