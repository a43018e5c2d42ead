import { writeFileSync } from 'node:fs'
import { urlVariable, type DatabaseUrls } from '../../app/database/connections.ts'
import { startCluster, type Cluster } from '../../app/database/cluster.ts'
import { dataFolder } from '../../app/database/data_folder.ts'
import { ensureRoles, requireFitness } from '../../app/database/roles.ts'
import { createDatabase } from '../../app/database/server_fitness.ts'
import { ROLES, type StoredSecrets } from '../../app/database/secrets.ts'
import { SetupError } from '../../app/database/setup_error.ts'
import { message } from '../messages.ts'

export interface OpenDatabase {
  urls: DatabaseUrls
  /** Null when the database is not ours. */
  cluster: Cluster | null
}

/** The database of the city: the five role URLs, DATABASE_URL, or the embedded cluster in the data folder. */
export async function openDatabase(
  secrets: StoredSecrets,
  say: (text: string) => void
): Promise<OpenDatabase> {
  const given = ROLES.map((role) => [role, process.env[urlVariable(role)]] as const)
  if (given.every(([, url]) => url)) {
    const urls = Object.fromEntries(given) as DatabaseUrls
    await reached(urls.owner, () => requireFitness(urls.owner))
    say(message('start.database_yours', { host: new URL(urls.app).host }))
    return { urls, cluster: null }
  }
  if (process.env.DATABASE_URL)
    return { urls: await yours(process.env.DATABASE_URL, secrets, say), cluster: null }
  return ours(secrets, say)
}

async function ours(secrets: StoredSecrets, say: (text: string) => void): Promise<OpenDatabase> {
  const from = performance.now()
  const wanted = dataFolder('postgres')
  const cluster = await startCluster({ dataDir: wanted })
  if (cluster.leftover) say(message('start.leftover', { pid: cluster.leftover }))
  if (cluster.dataDir !== wanted) say(message('start.database_elsewhere', { folder: cluster.dataDir }))
  try {
    const urls = await ensureRoles(cluster.adminUrl, 'unia', secrets.roles)
    say(message('start.database', { port: cluster.port, ms: Math.round(performance.now() - from) }))
    return { urls, cluster }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function yours(
  url: string,
  secrets: StoredSecrets,
  say: (text: string) => void
): Promise<DatabaseUrls> {
  const { host, pathname } = new URL(url)
  const name = decodeURIComponent(pathname.slice(1)) || 'unia'
  const urls = await reached(url, () => ensureRoles(url, name, secrets.roles))
  say(message('start.database_yours', { host }))
  return urls
}

/** Runs `work` on a server that is not ours and puts its refusals into words. */
async function reached<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SetupError && error.code === 'E_ROLES_NOT_PERMITTED') {
      const file = dataFolder('roles.sql')
      writeFileSync(file, String(error.details.sql), { mode: 0o600 })
      throw new SetupError(error.code, error.message, { file })
    }
    const { code, message: reason } = error as NodeJS.ErrnoException
    const { host, pathname } = new URL(url)
    const details = { host, name: decodeURIComponent(pathname.slice(1)), reason: reason || code! }
    if (code === '3D000') {
      const command = `${createDatabase(`"${details.name}"`)};`
      throw new SetupError('E_DATABASE_MISSING', reason, { ...details, command }, { cause: error })
    }
    const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|28...)$/.test(code ?? '')
    throw unreachable ? new SetupError('E_DATABASE_UNREACHABLE', reason, details, { cause: error }) : error
  }
}
