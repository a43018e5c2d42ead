import router from '@adonisjs/core/services/router'
import type { ApplicationService } from '@adonisjs/core/types'
import platform from '../package.json' with { type: 'json' }
import pluginsConfig from '../../config/plugins.ts'
import { contracts } from '../contracts/registry.ts'
import { tenants } from '../tenancy/tenants.ts'
import { discoverPlugins } from './discover.ts'
import { CORE_EVENTS } from './core_events.ts'
import { registry } from './registry.ts'
import { resolvePlugins } from './resolve.ts'
import { routesBelow, UNIT_SLUG } from './plugin_router.ts'
import { validatePlugin } from './validate.ts'
import { validateEvents } from './validate_events.ts'

/** Discovers, validates, orders and registers plugins. A broken one is refused and the city starts without it. */
export default class PluginsProvider {
  constructor(private app: ApplicationService) {}

  async boot() {
    const root = this.app.makePath().replace(/\/$/, '')
    const { found, refused } = await discoverPlugins(root, pluginsConfig.packages)
    const sound = found.filter((plugin) => {
      const problems = validatePlugin(plugin, platform.version)
      if (problems.length) refused.push({ id: plugin.manifest.id, folder: plugin.folder, problems })
      return problems.length === 0
    })
    const resolution = resolvePlugins(sound)
    const unsound = validateEvents(resolution.ordered, CORE_EVENTS)
    refused.push(...resolution.refused, ...unsound)
    const loaded = resolution.ordered.filter((plugin) => !unsound.some((bad) => bad.folder === plugin.folder))
    registry.load(loaded, refused)
    contracts.load(registry.all())
    // The texts were loaded before it was known whose.
    await (await this.app.container.make('i18n')).reloadTranslations()
    const logger = await this.app.container.make('logger')
    for (const plugin of refused)
      logger.error({ plugin: plugin.id, problems: plugin.problems }, 'plugin refused')
  }

  async start() {
    const environment = this.app.getEnvironment()
    if (environment === 'web' || environment === 'test') {
      await tenants.refresh()
      await registry.refreshActivations()
    }
    router.where('unit', { match: UNIT_SLUG })
    for (const plugin of registry.all()) {
      if (plugin.cityRoutes) {
        const { default: define } = await plugin.cityRoutes()
        define(routesBelow(`/city/${plugin.id}`, 'city', plugin.id))
      }
    }
    for (const plugin of registry.all()) {
      if (plugin.routes) {
        const { default: define } = await plugin.routes()
        define(routesBelow(`/:unit/${plugin.id}`, 'unit', plugin.id))
      }
    }
  }
}
