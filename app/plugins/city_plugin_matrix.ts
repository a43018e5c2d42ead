import type { I18n } from '@adonisjs/i18n'
import db from '@adonisjs/lucid/services/db'
import { unitKinds } from '../tenancy/files/kinds.ts'
import { tenants, type Tenant } from '../tenancy/tenants.ts'
import { areaName, pluginFacts } from './plugin_facts.ts'
import { registry } from './registry.ts'

/** Plugins × kinds of unit: how many open units were granted each plugin and how many use it; and who may use it. */
export async function cityPluginMatrix(i18n: I18n) {
  const enabled = await enabledByPlugin()
  const open = tenants.all().filter(({ status }) => status === 'open')
  const kinds = unitKinds.filter((kind) => open.some((tenant) => tenant.kind === kind))
  const plugins = registry.all().map((plugin) => {
    const granted = open.filter((tenant) => tenant.entitled.includes(plugin.id))
    const on = granted.filter((tenant) => enabled.get(plugin.id)?.has(tenant.id))
    return {
      ...pluginFacts(plugin, i18n),
      areaName: areaName(plugin.area, i18n),
      granted: granted.length,
      on: on.length,
      byKind: kinds.map((kind) => ({ kind, granted: ofKind(granted, kind), on: ofKind(on, kind) })),
      roles: [...new Set(Object.values(plugin.permissions ?? {}).flatMap(({ roles }) => roles))].map((role) =>
        i18n.t(`core.role.${role}`, {}, role)
      ),
    }
  })
  return {
    units: open.length,
    kinds: kinds.map((id) => ({ id, name: i18n.t(`core.units.kind.${id}`) })),
    plugins,
  }
}

async function enabledByPlugin(): Promise<Map<string, Set<number>>> {
  const rows = await db.from('plugins_activations').where('state', 'enabled').select('plugin_id', 'tenant_id')
  const byPlugin = Map.groupBy(rows, (row) => row.plugin_id as string)
  return new Map([...byPlugin].map(([id, of]) => [id, new Set(of.map((row) => row.tenant_id as number))]))
}

const ofKind = (units: Tenant[], kind: string) => units.filter((tenant) => tenant.kind === kind).length
