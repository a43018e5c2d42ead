import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { startCluster } from '../../app/database/cluster.ts'
import { prepareDatabase, urlEnvironment } from '../../app/database/prepare.ts'
import { dropDatabase, ensureRoles } from '../../app/database/roles.ts'
import { freshSecrets } from '../../app/database/secrets.ts'

const DATABASE = 'unia_chain'

export interface ChainDatabase {
  /** Variables for processes that use it. */
  environment: NodeJS.ProcessEnv
  /** Process id of the server, or null when it runs on another machine. */
  postmaster: number | null
  stop(): Promise<void>
}

/**
 * A database to be thrown away: on a PostgreSQL of its own with the settings of the product, or on the server of
 * `adminUrl`, where no city may live, since the roles get new passwords.
 *
 * @throws Error `E_CITY_HERE` when that server holds databases of a city; SetupError of the database's own
 */
export async function openChainDatabase(adminUrl?: string): Promise<ChainDatabase> {
  const secrets = freshSecrets()
  const server = adminUrl ? await foreignServer(adminUrl) : await ownServer()
  try {
    const urls = await ensureRoles(server.adminUrl, DATABASE, secrets.roles)
    const environment = {
      ...process.env,
      ...{ APP_KEY: secrets.appKey, UNIA_DATA_KEY: secrets.dataKey, UNIA_INDEX_KEY: secrets.indexKey },
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '3333', TZ: 'UTC', OPS_INGEST: 'off' },
      ...urlEnvironment(urls),
    }
    await prepareDatabase(urls, environment)
    return { environment, postmaster: server.postmaster, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function ownServer() {
  const folder = await mkdtemp(join(tmpdir(), 'unia-chain-'))
  // The server's user must get there.
  await chmod(folder, 0o755)
  const cluster = await startCluster({ dataDir: join(folder, 'postgres') })
  return {
    adminUrl: cluster.adminUrl,
    postmaster: cluster.pid,
    async stop() {
      await cluster.stop()
      for (const path of [dirname(cluster.dataDir), folder]) await rm(path, { recursive: true, force: true })
    },
  }
}

async function foreignServer(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows: cities } = await client.query(
      `select datname from pg_database d join pg_roles r on r.oid = d.datdba where r.rolname = 'unia_owner' and datname <> $1`,
      [DATABASE]
    )
    if (cities.length) {
      const message = `The server holds the database ${cities[0].datname} of a city`
      throw Object.assign(new Error(message), { code: 'E_CITY_HERE' })
    }
    const { rows } = await client.query(`select current_setting('data_directory') as folder`)
    const stop = () => dropDatabase(adminUrl, DATABASE)
    await stop()
    return { adminUrl, postmaster: await pidIn(rows[0].folder), stop }
  } finally {
    await client.end()
  }
}

async function pidIn(folder: string): Promise<number | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => null)
  return text === null ? null : Number(text.split('\n')[0])
}
