// A web process as `npm start` runs it, for specs that need several: tells its port, publishes what it is told to.
import 'reflect-metadata'
import type { AddressInfo } from 'node:net'
import { Ignitor } from '@adonisjs/core'
import { APP_ROOT, importer } from '#start/root'
import { exitWithParent } from '../../../bin/child.ts'

exitWithParent()
await new Ignitor(APP_ROOT, { importer })
  .tap((app) => {
    app.booting(async () => void (await import('#start/env')))
    // Nobody looks at pages here.
    app.booted(async () => {
      const vite = await app.container.make('vite')
      vite.createDevServer = async () => {}
    })
    app.listen('SIGTERM', () => app.terminate())
    app.ready(async () => {
      const { live } = await import('../../../app/live/hub.ts')
      process.on('message', ({ room, change }: { room: string; change: unknown }) =>
        live.publish(room, change)
      )
      process.channel?.unref()
      const server = await app.container.make('server')
      process.send!({ listeningOn: (server.getNodeServer()!.address() as AddressInfo).port })
    })
  })
  .httpServer()
  .start()
