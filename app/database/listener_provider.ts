import type { ApplicationService } from '@adonisjs/core/types'
import { registry } from '../plugins/registry.ts'
import { tenants } from '../tenancy/tenants.ts'
import { databaseUrls } from './connections.ts'
import { listener, onNotification } from './notifications.ts'
import { closeSystemPool } from './system_pool.ts'

/** Keeps what this process remembers of tenants and plugins true to the database. */
export default class ListenerProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    onNotification('tenants', () => tenants.refresh(), { poll: true })
    onNotification('plugins', () => registry.refreshActivations(), { poll: true })
    await listener.start(databaseUrls().system)
  }

  async shutdown() {
    await listener.stop()
    await closeSystemPool()
  }
}
