import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// An older Node hands over to the one installed with the packages.
const own = fileURLToPath(new URL('./node_modules/node/bin/node', import.meta.url))
if (Number(process.versions.node.split('.')[0]) < 24 && existsSync(own)) {
  const done = spawnSync(own, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(done.status ?? 1)
}

await import('@poppinss/ts-exec')
await import('./bin/console.ts')
