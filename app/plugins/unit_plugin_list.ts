import type { I18n } from '@adonisjs/i18n'
import { dependantsOf, type UnitPlugins } from './activation.ts'
import { areaName, pluginFacts, pluginName } from './plugin_facts.ts'
import { registry } from './registry.ts'
import type { Activation } from './unit_plugins.ts'

/** What the city granted a unit, by area: loaded plugins with their state, refused ones without a switch. */
export function unitPluginList(
  unit: UnitPlugins,
  activations: Map<string, Activation>,
  names: Map<string, string>,
  i18n: I18n
) {
  const loaded = unit.plugins
    .filter((plugin) => unit.entitled.has(plugin.id))
    .map((plugin) => {
      const activation = activations.get(plugin.id)
      return {
        ...pluginFacts(plugin, i18n),
        state: unit.active.has(plugin.id) ? ('on' as const) : ('off' as const),
        dependants: dependantsOf(plugin.id, unit).map((id) => pluginName(id, i18n)),
        needs: needsOf(plugin.needs ?? [], unit, i18n),
        changedAt: activation?.changedAt ?? null,
        changedBy: (activation?.changedBy && names.get(activation.changedBy)) || null,
      }
    })
  const refused = registry.refused
    .filter(({ id }) => unit.entitled.has(id) && !registry.get(id))
    .map(({ id }) => ({ id, name: pluginName(id, i18n), area: 'unavailable', state: 'refused' as const }))
  const byArea = Map.groupBy([...loaded, ...refused], ({ area }) => area)
  return [...byArea].map(([id, plugins]) => ({ id, name: areaName(id, i18n), plugins }))
}

function needsOf(needs: NonNullable<UnitPlugins['plugins'][number]['needs']>, unit: UnitPlugins, i18n: I18n) {
  return needs.map(({ contract, required }) => {
    const provider = unit.plugins.find((each) =>
      each.provides?.some((given) => given.contract.id === contract.id)
    )
    return {
      name: provider ? pluginName(provider.id, i18n) : contract.id,
      required,
      met: provider !== undefined && unit.active.has(provider.id),
    }
  })
}
