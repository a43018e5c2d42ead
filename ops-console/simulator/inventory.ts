import type { Knex } from 'knex'
import type { Device } from '#ops/inventory/device'
import type { FieldDevice } from './field.ts'

/** Devices that have no known address and are therefore played, in the order of units. */
export async function simulatedDevices(knex: Knex): Promise<(FieldDevice & { tenantId: number })[]> {
  const rows: (Pick<Device, 'key' | 'model' | 'tenant_id'> & { slug: string })[] = await knex(
    'ops_console.ops_console_devices as d'
  )
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .where('d.simulated', true)
    .whereNot('d.rollout', 'retired')
    .whereNot('d.snmp_version', 'none')
    .select('d.key', 'd.model', 'd.tenant_id', 't.slug')
    .orderBy(['t.slug', 'd.key'])
  return rows.map((row) => ({ key: `${row.slug}/${row.key}`, model: row.model, tenantId: row.tenant_id }))
}

/** The accepted optical power of a simulated link is the simulator's own; a measured one is left alone. */
export async function acceptBaselines(knex: Knex, accepted: readonly { tenantId: number; rxDbm: number }[]) {
  for (const { tenantId, rxDbm } of accepted) {
    await knex('ops_console.ops_console_links')
      .where({ tenant_id: tenantId })
      .whereNull('baseline_rx_dbm')
      .update({ baseline_rx_dbm: rxDbm })
  }
}
