import type { Server as HttpServer } from 'node:http'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApplicationService } from '@adonisjs/core/types'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { PluginFn } from '@japa/runner/types'
import { startLive } from '../app/live/services.ts'
import { browser, closeBrowser } from './browser_plugin.ts'

/** Where the worker's own server answers. */
export const baseUrl = () => `http://${process.env.HOST}:${process.env.PORT}`

let stopServer: Promise<() => unknown> | null = null

/** Starts the worker's server once; pure unit specs get along without it. */
export async function startServer() {
  stopServer ??= Promise.resolve(testUtils.httpServer().start()).then(async (stop) => {
    const server = await app.container.make('server')
    await startLive(server.getNodeServer() as HttpServer)
    return stop
  })
  await stopServer
}

/** What every spec may use: assert, client, openBrowser, and what the framework adds. */
export const plugins = (app: ApplicationService): PluginFn[] => [
  assert(),
  apiClient(baseUrl()),
  pluginAdonisJS(app),
  browser(baseUrl()),
]

/** Ends the browser and the server, as far as they were started. */
export async function tearDown() {
  await closeBrowser()
  await stopServer?.then((stop) => stop()).catch(() => {})
}
