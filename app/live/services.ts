import type { Server as HttpServer } from 'node:http'
import type { PluginService } from '../plugins/manifest.ts'
import { registry } from '../plugins/registry.ts'
import { live } from './hub.ts'
import { socketIdentity } from './socket_identity.ts'

const running: PluginService[] = []

/** Attaches the hub to a web server that listens, and starts what plugins keep running beside it. */
export async function startLive(server: HttpServer) {
  live.attach(server, process.env.REDIS_URL)
  for (const plugin of registry.all()) {
    if (!plugin.service) continue
    const { default: service } = await plugin.service()
    const isActiveIn = (id: number) => registry.isActive(plugin.id, id)
    await service.start({ io: live.io, identityOf: socketIdentity, isActiveIn })
    running.push(service)
  }
}

export async function stopLive() {
  for (const service of running.splice(0)) await service.stop()
  await live.close()
}
