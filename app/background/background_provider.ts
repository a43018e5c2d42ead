import pg from 'pg'
import type { ApplicationService } from '@adonisjs/core/types'
import { busMetrics } from '../bus/metrics.ts'
import { startRelay, type Relay } from '../bus/relay.ts'
import { databaseUrls } from '../database/connections.ts'
import { registerCheck } from '../health/checks.ts'
import type { Jobs } from '../jobs/start_jobs.ts'
import { registry } from '../plugins/registry.ts'
import { runInTenant } from '../tenancy/scope_queries.ts'
import { startWorkers } from './start_workers.ts'
import { wake } from './wake.ts'

const LATE_SECONDS = 300

/** The relay of the bus and the workers, beside the web server. */
export default class BackgroundProvider {
  #pool: pg.Pool | null = null
  #relay: Relay | null = null
  #jobs: Jobs | null = null

  constructor(private app: ApplicationService) {}

  async ready() {
    const logger = await this.app.container.make('logger')
    const systemUrl = databaseUrls().system
    const pool = (this.#pool = new pg.Pool({ connectionString: systemUrl, max: 6 }))
    pool.on('error', (error) => logger.error({ err: error }, 'background: connection lost'))
    const subscriptions = registry.all().flatMap((plugin) => plugin.subscribes ?? [])
    const isActive = (plugin: string, tenant: number) => registry.isActive(plugin, tenant)
    this.#relay = await startRelay({ pool, subscriptions, runInTenant, isActive, log: logger })
    this.#jobs = await startWorkers({ systemUrl, pool, log: logger })
    wake.relay = () => this.#relay?.wake()
    wake.jobs = () => this.#jobs?.wake()
    this.#checks(pool)
  }

  async shutdown() {
    await Promise.all([this.#relay?.stop(), this.#jobs?.stop()])
    await this.#pool?.end()
  }

  #checks(pool: pg.Pool) {
    registerCheck('relay', async () => {
      const { outboxOldestSeconds } = await busMetrics(pool)
      const age = Math.round(outboxOldestSeconds)
      return { status: age > LATE_SECONDS ? 'warn' : 'ok', detail: `oldest ${age} s` }
    })
    registerCheck('jobs', async () => ((await this.#jobs!.isReady()) ? { status: 'ok' } : { status: 'fail' }))
  }
}
