import { Database, QueryClient } from '@adonisjs/lucid/database'
import type { ApplicationService } from '@adonisjs/core/types'
import { TenantDatabase } from './tenant_database.ts'
import { refusePowerfulRoles } from './role_check.ts'

export default class TenancyProvider {
  constructor(private app: ApplicationService) {}

  register() {
    this.app.container.singleton(Database, async (resolver) => {
      const [emitter, logger] = [await resolver.make('emitter'), await resolver.make('logger')]
      return new TenantDatabase(this.app.config.get('database'), logger, emitter)
    })
    this.app.container.alias('lucid.db', Database)
    // Resolved once inside a scope it would keep that finished transaction for ever.
    this.app.container.bind(QueryClient, () => {
      throw new Error(
        'QueryClient is not injectable here: use the db service, which knows the tenant at hand'
      )
    })
  }

  async start() {
    if (!['web', 'test'].includes(this.app.getEnvironment())) return
    const db = (await this.app.container.make('lucid.db')) as TenantDatabase
    await refusePowerfulRoles(db)
  }
}
