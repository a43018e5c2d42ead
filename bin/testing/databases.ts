import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster, type Cluster } from '../../app/database/cluster.ts'
import { roleUrls, type DatabaseUrls } from '../../app/database/connections.ts'
import { urlEnvironment } from '../../app/database/prepare.ts'
import { cloneDatabase, ensureRoles } from '../../app/database/roles.ts'
import { freshSecrets } from '../../app/database/secrets.ts'
import { prepareTemplate } from './preparation.ts'

const TEMPLATE = 'unia_template'

export interface TestDatabases {
  environments: NodeJS.ProcessEnv[]
  stop(): Promise<void>
}

/** A throw-away cluster with one prepared database, copied for each worker. */
export async function openTestDatabases(
  workers: number,
  onCluster: (stop: () => Promise<void>) => void
): Promise<TestDatabases> {
  const folder = join(tmpdir(), `unia-test-${process.pid}`)
  const secrets = freshSecrets()
  const cluster = await startCluster({ dataDir: join(folder, 'postgres'), fast: true })
  const stop = () => remove(cluster, folder)
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
  await prepareTemplate(await ensureRoles(cluster.adminUrl, TEMPLATE, secrets.roles), environment)
  const environments: NodeJS.ProcessEnv[] = []
  for (let number = 1; number <= workers; number++) {
    const name = `unia_test_${number}`
    await cloneDatabase(cluster.adminUrl, TEMPLATE, name)
    const urls = roleUrls(cluster.adminUrl, secrets.roles, name)
    environments.push(
      environment(urls, { HOST: '127.0.0.1', PORT: String(await unusedPort()), UNIA_WORKER: `${number}` })
    )
  }
  return { environments, stop }
}

async function remove(cluster: Cluster, folder: string) {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function unusedPort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}
