// Starts a TypeScript file with the Node that came with the packages: node bin/run.mjs <file> [arguments…]
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { message } from './messages/index.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const current = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null
const node = existsSync(own) ? own : current
if (!node) {
  console.error(message('run.no_node', { path: own }))
  process.exit(1)
}

// The IPC channel tells the child when this process is killed and can forward nothing more.
const child = spawn(node, ['--import', '@poppinss/ts-exec', ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => child.kill(signal))
child.once('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
