import type { ApplicationService } from '@adonisjs/core/types'
import type { PluginService } from '../plugins/manifest.ts'
import { registry } from '../plugins/registry.ts'
import { live } from './hub.ts'
import { socketIdentity } from './socket_identity.ts'

/** Attaches the hub to the web server and starts what plugins keep running beside it. */
export default class LiveProvider {
  #services: PluginService[] = []

  constructor(private app: ApplicationService) {}

  async ready() {
    const server = await this.app.container.make('server')
    const http = server.getNodeServer()
    if (http) await this.attach(http as import('node:http').Server)
  }

  async attach(http: import('node:http').Server) {
    live.attach(http)
    for (const plugin of registry.all()) {
      if (!plugin.service) continue
      const { default: service } = await plugin.service()
      await service.start({ io: live.io, identityOf: socketIdentity })
      this.#services.push(service)
    }
  }

  async shutdown() {
    for (const service of this.#services) await service.stop()
    await live.close()
  }
}
