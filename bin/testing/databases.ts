import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '../../app/database/cluster.ts'
import { roleUrls, type DatabaseUrls } from '../../app/database/connections.ts'
import { urlEnvironment } from '../../app/database/prepare.ts'
import { cloneDatabase, dropDatabase, ensureRoles } from '../../app/database/roles.ts'
import { freshSecrets } from '../../app/database/secrets.ts'
import { prepareTemplate } from './preparation.ts'

const TEMPLATE = 'unia_template'

export interface TestDatabases {
  environments: NodeJS.ProcessEnv[]
  stop(): Promise<void>
}

/** A server for the tests alone. */
interface Server {
  adminUrl: string
  stop(): Promise<void>
}

/** A throw-away cluster, or the server of TEST_DATABASE_URL, with one prepared database, copied for each worker. */
export async function openTestDatabases(
  workers: number,
  onCluster: (stop: () => Promise<void>) => void
): Promise<TestDatabases> {
  const folder = join(tmpdir(), `unia-test-${process.pid}`)
  const secrets = freshSecrets()
  const given = process.env.TEST_DATABASE_URL
  const names = Array.from({ length: workers }, (_, index) => `unia_test_${index + 1}`)
  const server = given
    ? await foreign(given, [...names, TEMPLATE])
    : await startCluster({ dataDir: join(folder, 'postgres'), fast: true })
  mkdirSync(folder, { recursive: true })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  onCluster(stop)
  const base = {
    ...process.env,
    NODE_ENV: 'test',
    APP_KEY: secrets.appKey,
    UNIA_DATA_KEY: secrets.dataKey,
    UNIA_INDEX_KEY: secrets.indexKey,
    UNIA_TEST_FOLDER: folder,
    TZ: 'UTC',
  }
  const environment = (urls: DatabaseUrls, extra: Record<string, string> = {}) => ({
    ...base,
    ...urlEnvironment(urls),
    ...extra,
  })
  await prepareTemplate(await ensureRoles(server.adminUrl, TEMPLATE, secrets.roles), environment)
  const environments: NodeJS.ProcessEnv[] = []
  for (const [index, name] of names.entries()) {
    await cloneDatabase(server.adminUrl, TEMPLATE, name)
    const urls = roleUrls(server.adminUrl, secrets.roles, name)
    environments.push(
      environment(urls, { HOST: '127.0.0.1', PORT: String(await unusedPort()), UNIA_WORKER: `${index + 1}` })
    )
  }
  return { environments, stop }
}

/** Leftovers of an interrupted run go first. The roles on that server get new passwords: no city may live there. */
async function foreign(adminUrl: string, names: string[]): Promise<Server> {
  const stop = async () => {
    for (const name of names) await dropDatabase(adminUrl, name)
  }
  await stop()
  return { adminUrl, stop }
}

async function unusedPort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}
