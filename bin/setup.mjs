// Brings what is missing before `npm start` and `npm test`. Plain JavaScript: nothing is installed yet.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { message } from './messages/index.mjs'
import { ensureSystemPrograms } from './setup_system.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.unia-stamp')

function fail(text) {
  console.error(`\n${text}\n`)
  process.exit(1)
}

/** What npm's output says about the cause, in our words. */
function cause(output) {
  if (/ENOSPC|no space left/i.test(output)) return message('setup.no_space')
  if (/EACCES|EPERM|EROFS/.test(output)) return message('setup.not_writable', { folder: root })
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output))
    return message('setup.no_registry')
  return null
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const wanted = `${lock} ${process.platform}-${process.arch}`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted) return
  try {
    mkdirSync(modules, { recursive: true })
    accessSync(root, constants.W_OK)
    accessSync(modules, constants.W_OK)
  } catch (error) {
    fail(cause(`${error.code}`) ?? message('setup.not_writable', { folder: root }))
  }
  console.log(message('setup.installing'))
  const from = Date.now()
  // The script hooks of a production environment must not leave out what the build of the pages needs.
  const env = { ...process.env, NODE_ENV: 'development' }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const install = (...command) =>
    spawnSync(npm, [...command, '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'], {
      cwd: root,
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    })
  let done = install('ci')
  // A registry may lack optional packages for other platforms; `npm ci` then refuses the lock file, while
  // `npm install` takes the same versions from it.
  if (done.status !== 0 && /EUSAGE/.test(done.stderr) && /from lock file/.test(done.stderr))
    done = install('install', '--no-save')
  if (done.signal) process.exit(1)
  if (done.status !== 0) {
    const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`
    const known = cause(output)
    fail(`${known ?? message('setup.failed')}\n\n${output.trim().split('\n').slice(0, 25).join('\n')}`)
  }
  writeFileSync(stamp, `${wanted}\n`)
  console.log(message('setup.installed', { seconds: ((Date.now() - from) / 1000).toFixed(0) }))
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(message('setup.node', { found: process.versions.node }))
installPackages()
if (process.argv.includes('--browser')) ensureSystemPrograms(fail)
