import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findClusterHome, give, type ClusterHome } from './cluster_home.ts'
import { readPrivate, writePrivate } from './data_folder.ts'
import { clearLeftover, launch } from './postmaster.ts'
import { asSetupError, SetupError } from './setup_error.ts'

const MAJOR = '18'
/** A fresh cluster takes about 50 MB; below this a first start would break half-way. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024

export interface ClusterOptions {
  /** Where the cluster is wanted; it moves elsewhere when the server's user cannot get there. */
  dataDir: string
  /** Default: the port of the last start when it is free, else a free one. */
  port?: number
  /** Gives up crash safety for speed: only for databases that are thrown away. */
  fast?: boolean
  log?: string
}

export interface Cluster {
  adminUrl: string
  port: number
  pid: number
  dataDir: string
  /** A server of an earlier, killed launcher that had to be ended first. */
  leftover: number | null
  stop(): Promise<void>
  /** Settles when the server has ended, whoever ended it. */
  ended: Promise<void>
}

interface Kept {
  port?: number
  password: string
}

/**
 * Starts the embedded PostgreSQL 18 on 127.0.0.1, creating the cluster (ICU, pl-PL) on the first call. Throws a
 * SetupError: E_NO_DISK_SPACE, E_DATA_NOT_WRITABLE, E_CLUSTER_VERSION, E_NO_DATABASE_USER, E_NO_DATABASE_BINARIES,
 * E_DATABASE_REFUSED. The caller stops it; should it die first, the kernel or the next start does.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const home = await findClusterHome(options.dataDir)
  const keptAt = `${options.dataDir}.json`
  const kept = readPrivate<Kept>(keptAt) ?? { password: randomBytes(24).toString('base64url') }
  requireVersion(home.dataDir)
  requireSpace(home.dataDir)
  const leftover = await clearLeftover(home.dataDir)
  if (!existsSync(join(home.dataDir, 'PG_VERSION'))) {
    writePrivate(keptAt, kept)
    await initialise(home, kept.password)
  }
  const log = options.log ?? join(dirname(options.dataDir), 'logs', 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort(attempt === 1 ? kept.port : undefined))
    try {
      const server = await launch(home, settings(port, options.fast), log)
      writePrivate(keptAt, { ...kept, port })
      const adminUrl = `postgres://postgres:${kept.password}@127.0.0.1:${port}/postgres`
      return { adminUrl, port, dataDir: home.dataDir, leftover, ...server }
    } catch (error) {
      const passing = ['E_DATABASE_PORT_TAKEN', 'E_DATABASE_STILL_ENDING'].includes(
        (error as SetupError).code
      )
      if (!passing || attempt === 10) throw error
      await sleep(300)
    }
  }
}

function settings(port: number, fast = false): Record<string, string | number> {
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 150,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    password_encryption: 'scram-sha-256',
    random_page_cost: 1.1,
    ...(fast && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: 0,
    }),
  }
}

function requireVersion(dataDir: string) {
  const path = join(dataDir, 'PG_VERSION')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : MAJOR
  if (found !== MAJOR)
    throw new SetupError('E_CLUSTER_VERSION', `${dataDir} belongs to PostgreSQL ${found}`, {
      folder: dataDir,
      found,
      needed: MAJOR,
    })
}

function requireSpace(dataDir: string) {
  const { bavail, bsize } = statfsSync(dirname(dataDir))
  if (bavail * bsize < LEAST_FREE_BYTES)
    throw new SetupError('E_NO_DISK_SPACE', `Too little space for ${dataDir}`, { folder: dirname(dataDir) })
}

/** Made beside and renamed when complete: an interrupted first start leaves nothing that looks like a cluster. */
async function initialise(home: ClusterHome, password: string) {
  const fresh = `${home.dataDir}.new`
  const secret = `${home.dataDir}.password`
  try {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(home.dataDir, { recursive: true, force: true })
    mkdirSync(fresh, { mode: 0o700 })
    chmodSync(fresh, 0o700)
    give(fresh, home.user)
    writeFileSync(secret, password, { mode: 0o600 })
    give(secret, home.user)
    await initdb(home, fresh, secret)
    renameSync(fresh, home.dataDir)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw asSetupError(error, dirname(home.dataDir))
  } finally {
    rmSync(secret, { force: true })
  }
}

async function initdb(home: ClusterHome, folder: string, passwordFile: string) {
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  const locale = [
    '--locale-provider=icu',
    '--icu-locale=pl-PL',
    '--lc-collate=C',
    `--lc-ctype=${ctype()}`,
    '--lc-messages=C',
  ]
  const child = spawn(
    home.bin.initdb,
    ['-D', folder, ...flags, ...locale, '--no-sync', '--no-instructions'],
    {
      ...home.user,
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    }
  )
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => (output += String(chunk)))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`initdb ended with code ${String(code)}\n${output}`)
}

/** Trigrams ask the C library what a letter is; the plain C locale does not know ł. */
function ctype(): string {
  try {
    const known = execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: 'pipe' }).split('\n')
    return (
      ['C.UTF-8', 'C.utf8', 'pl_PL.utf8', 'pl_PL.UTF-8', 'en_US.utf8', 'en_US.UTF-8'].find((name) =>
        known.includes(name)
      ) ?? 'C'
    )
  } catch {
    return 'C'
  }
}

async function freePort(wanted = 0): Promise<number> {
  const server = createServer()
  const port = await new Promise<number | null>((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(wanted, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  await new Promise((done) => server.close(done))
  return port ?? freePort()
}
