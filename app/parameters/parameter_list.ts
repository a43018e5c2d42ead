import type { I18n } from '@adonisjs/i18n'
import { accountNames } from '../identity/account_names.ts'
import { pluginName } from '../plugins/plugin_facts.ts'
import type { CityValue } from './city_values.ts'
import type { ParameterDefinition } from './define_parameter.ts'
import type { Parameters } from './parameters.ts'

/** Every declared value with what holds today, its source, and all that the city ever entered. */
export async function parameterList(parameters: Parameters, history: CityValue[], today: string, i18n: I18n) {
  const names = await accountNames(history.flatMap(({ createdBy, revokedBy }) => [createdBy, revokedBy]))
  const byParameter = Map.groupBy(history, ({ parameterId }) => parameterId)
  return parameters.all().map((definition) => ({
    ...describe(definition, i18n),
    now: parameters.resolve(definition.id, today),
    declared: definition.values.map((value) => ({ ...value, verify: value.verify ?? false })),
    city: (byParameter.get(definition.id) ?? []).map((value) => ({
      ...value,
      createdAt: value.createdAt.toISOString(),
      createdBy: names.get(value.createdBy) ?? null,
      revokedAt: value.revokedAt?.toISOString() ?? null,
      revokedBy: (value.revokedBy && names.get(value.revokedBy)) || null,
    })),
  }))
}

function describe({ id, unit, type, source }: ParameterDefinition, i18n: I18n) {
  const [plugin = '', name] = id.split('.')
  return {
    id,
    type,
    source,
    plugin: pluginName(plugin, i18n),
    name: i18n.t(`${plugin}.parameter.${name}`, {}, id),
    unit: i18n.t(`core.parameters.unit.${unit}`, {}, unit),
  }
}
