// One worker of npm test: boots the application once, then runs the spec files it is handed (or named as arguments).
import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { APP_ROOT, importer } from '#start/root'

process.env.NODE_ENV = 'test'
// Agents of the specs answer on loopback.
process.env.OPS_MANAGEMENT_PREFIXES ??= '127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16'

new Ignitor(APP_ROOT, { importer })
  .tap((app) => {
    app.booting(async () => void (await import('#start/env')))
    // Specs see the built pages, as people do; otherwise each worker would run a Vite server.
    app.booted(async () => {
      const vite = await app.container.make('vite')
      vite.createDevServer = async () => {}
    })
    app.listen('SIGTERM', () => app.terminate())
  })
  .testRunner()
  .run(async (app) => {
    const { serve } = await import('./testing/serve_files.ts')
    await serve(app, process.argv.slice(2))
  })
  .catch((error: unknown) => {
    process.exitCode = 1
    void Promise.resolve(prettyPrintError(error)).then(() => process.exit(1))
  })
