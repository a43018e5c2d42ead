import db from '@adonisjs/lucid/services/db'
import { tenants } from '../tenancy/tenants.ts'
import type { UnitPlugins } from './activation.ts'
import { registry } from './registry.ts'

export interface Activation {
  state: 'enabled' | 'disabled'
  changedAt: string
  changedBy: string | null
}

/** State of every plugin in the unit at hand, as written in the database. */
export async function activationsHere(): Promise<Map<string, Activation>> {
  const rows = await db.from('plugins_activations').select('plugin_id', 'state', 'changed_at', 'changed_by')
  return new Map(
    rows.map((row) => [
      row.plugin_id as string,
      { state: row.state, changedAt: (row.changed_at as Date).toISOString(), changedBy: row.changed_by },
    ])
  )
}

/** What `planEnable` and `planDisable` judge by. */
export function unitPlugins(tenantId: number, activations: Map<string, Activation>): UnitPlugins {
  const entitled = new Set(tenants.byId(tenantId)?.entitled ?? [])
  const enabled = [...activations].filter(([id, { state }]) => state === 'enabled' && entitled.has(id))
  return {
    plugins: registry.all(),
    entitled,
    active: new Set(enabled.map(([id]) => id).filter((id) => registry.get(id))),
  }
}
