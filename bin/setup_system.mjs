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

/** Programs that specs talk to, by Debian package; none of them was written here. */
const COUNTERPARTS = {
  snmpd: ['/usr/sbin/snmpd', '/usr/local/sbin/snmpd'],
  snmp: ['/usr/bin/snmptrap'],
  snmpsim: ['/usr/bin/snmpsim-command-responder', '/usr/bin/snmpsimd'],
  fping: ['/usr/bin/fping', '/usr/sbin/fping'],
  'redis-server': ['/usr/bin/redis-server'],
  slapd: ['/usr/sbin/slapd'],
}

/** Path of a counterpart's program, or null; a spec that needs it says that it was skipped. */
export const findProgram = (name) => COUNTERPARTS[name].find((path) => existsSync(path)) ?? null

/** Path of snmpd, the agent nobody here wrote, or null. */
export const findSnmpd = () => findProgram('snmpd')

const absent = () => Object.keys(COUNTERPARTS).filter((name) => !findProgram(name))

/** Makes sure of a browser and of the counterparts, by apt where that is possible; `fail` is told when no browser comes. */
export function ensureSystemPrograms(fail) {
  const missing = process.platform === 'linux' ? absent() : []
  if (!findBrowser()) missing.push('chromium')
  if (missing.length) install(missing)
  const away = absent()
  if (away.length) console.warn(message('setup.no_counterparts', { names: away.join(', ') }))
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
