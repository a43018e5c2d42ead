import type { Server as HttpServer } from 'node:http'
import type { ApplicationService } from '@adonisjs/core/types'
import { onNotification } from '../database/notifications.ts'
import { unreadOf } from '../identity/unread.ts'
import { live } from './hub.ts'
import { startLive, stopLive } from './services.ts'

/** Live connections beside the web server; in tests the server comes later and starts them itself. */
export default class LiveProvider {
  constructor(private app: ApplicationService) {}

  async ready() {
    onNotification('sessions', (accountId) => live.recheck(accountId || undefined))
    onNotification('notifications', async (accountId) =>
      live.publish(`account:${accountId}`, { unread: await unreadOf(accountId) }, { everywhere: false })
    )
    const server = await this.app.container.make('server')
    const http = server.getNodeServer()
    if (http) await startLive(http as HttpServer)
  }

  async shutdown() {
    await stopLive()
  }
}
