import testUtils from '@adonisjs/core/services/test_utils'
import type { ApplicationService } from '@adonisjs/core/types'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { PluginFn } from '@japa/runner/types'
import { browser, closeBrowser } from './browser_plugin.ts'

/** Where the worker's own server answers. */
export const baseUrl = () => `http://${process.env.HOST}:${process.env.PORT}`

/** Plugins of every spec, and the server that functional and browser specs talk to. */
export function bootstrap(app: ApplicationService): {
  plugins: PluginFn[]
  setUp: () => Promise<() => Promise<void>>
} {
  return {
    plugins: [assert(), apiClient(baseUrl()), pluginAdonisJS(app), browser(baseUrl())],
    setUp: async () => {
      const stopServer = await testUtils.httpServer().start()
      return async () => {
        await closeBrowser()
        await stopServer()
      }
    },
  }
}
