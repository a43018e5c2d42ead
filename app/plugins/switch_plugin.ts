import db from '@adonisjs/lucid/services/db'
import { currentScope } from '../tenancy/scope.ts'
import type { Activation } from './unit_plugins.ts'
import { registry } from './registry.ts'

/**
 * Writes the state of plugins in the unit at hand. Other processes hear of it from the database; this one reads it
 * again before the answer leaves, so that the next page already shows it.
 */
export async function switchPlugins(ids: string[], state: Activation['state'], by: string): Promise<void> {
  for (const id of ids) {
    await db.rawQuery(
      `insert into plugins_activations (plugin_id, state, changed_by, changed_at) values (?, ?, ?, now())
       on conflict (tenant_id, plugin_id) do update
       set state = excluded.state, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [id, state, by]
    )
  }
  currentScope()?.afterCommit(() => registry.refreshActivations())
}
