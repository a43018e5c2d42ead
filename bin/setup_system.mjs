import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { message } from './messages/index.mjs'

const BROWSERS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of the system's Chromium or Chrome, or null. CHROMIUM_PATH wins. */
export const findBrowser = () => BROWSERS.find((path) => path && existsSync(path)) ?? null

/** Path of snmpd, the agent nobody here wrote, or null. */
export const findSnmpd = () =>
  ['/usr/sbin/snmpd', '/usr/local/sbin/snmpd'].find((path) => existsSync(path)) ?? null

/** Makes sure of a browser and of snmpd, through apt where that is possible; `fail` is told when the browser stays away. */
export function ensureSystemPrograms(fail) {
  const missing = []
  if (!findBrowser()) missing.push('chromium')
  if (!findSnmpd() && process.platform === 'linux') missing.push('snmpd')
  if (missing.length) install(missing)
  if (!findSnmpd()) console.warn(message('setup.no_snmpd'))
  if (!findBrowser()) fail(message('setup.no_browser'))
}

function install(names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(message('setup.getting', { names: names.join(', ') }))
  // No agent of ours may start as a service of the machine.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  apt('update')
  apt(
    'install',
    '-y',
    '--no-install-recommends',
    ...names,
    ...(names.includes('chromium') ? ['fonts-dejavu-core'] : [])
  )
}
