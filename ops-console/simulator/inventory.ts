import type { Knex } from 'knex'
import type { Device } from '#ops/inventory/device'
import type { FieldDevice } from './field.ts'

/** Devices that have no known address and are therefore played, in the order of units. */
export async function simulatedDevices(knex: Knex): Promise<(FieldDevice & { tenantId: number })[]> {
  const rows: (Pick<Device, 'key' | 'model' | 'tenant_id' | 'snmp_version'> & {
    slug: string
    parents: string[]
  })[] = await knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .where('d.simulated', true)
    .whereNot('d.rollout', 'retired')
    .select('d.key', 'd.model', 'd.tenant_id', 'd.snmp_version', 't.slug')
    .select(
      knex.raw(
        `array(select distinct pt.slug || '/' || pd.key
          from ops_console.ops_console_parents p
          join ops_console.ops_console_devices pd on pd.tenant_id = p.parent_tenant_id and pd.id = p.parent_id
          join core.tenancy_tenants pt on pt.id = pd.tenant_id
          where p.tenant_id = d.tenant_id and p.device_id = d.id) as parents`
      )
    )
    .orderBy(['t.slug', 'd.key'])
  return rows.map((row) => ({
    key: `${row.slug}/${row.key}`,
    model: row.model,
    tenantId: row.tenant_id,
    parents: row.parents,
    snmp: row.snmp_version !== 'none',
  }))
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
