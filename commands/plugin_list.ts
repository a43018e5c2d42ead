import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class PluginList extends BaseCommand {
  static override commandName = 'plugin:list'
  static override description = 'Lists plugins with their state and the number of units that use them'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  override async run() {
    const { registry } = await import('../app/plugins/registry.ts')
    const units = await this.#unitsByPlugin()
    const loaded = registry.all().map(({ id, version, area }) => ({
      ...{ id, version, area, state: 'loaded', units: units.get(id) ?? 0, reason: '' },
    }))
    const refused = registry.refused.map(({ id, problems }) => ({
      ...{ id, version: '', area: '', state: 'refused', units: 0, reason: problems.join('; ') },
    }))
    const plugins = [...loaded, ...refused]
    if (this.json) return this.logger.log(JSON.stringify(plugins))
    const table = this.ui.table().head(['id', 'version', 'area', 'state', 'units on', 'reason'])
    for (const { id, version, area, state, units: on, reason } of plugins) {
      table.row([id, version, area, state, String(on), reason])
    }
    table.render()
  }

  async #unitsByPlugin(): Promise<Map<string, number>> {
    const db = await this.app.container.make('lucid.db')
    const rows = await db
      .connection('system')
      .from('core.plugins_activations as a')
      .join('core.tenancy_tenants as t', 't.id', 'a.tenant_id')
      .where('a.state', 'enabled')
      .where('t.status', 'open')
      .whereRaw('a.plugin_id = any(t.entitled)')
      .groupBy('a.plugin_id')
      .select('a.plugin_id')
      .count('* as units')
    return new Map(rows.map((row) => [row.plugin_id as string, Number(row.units)]))
  }
}
