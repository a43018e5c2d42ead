import type { Knex } from 'knex'
import { deviceDetails } from '#ops/history/device_details'
import { viewsSince, type Scope } from '#ops/stream/view'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Which unit's device it is, if the scope may see it; null otherwise, as for one that does not exist. */
export async function findDevice(
  knex: Knex,
  id: string
): Promise<{ tenantId: number; deviceId: string } | null> {
  if (!UUID.test(id)) return null
  const row = await knex('ops_console.ops_console_devices').where({ id }).first('tenant_id')
  return row ? { tenantId: row.tenant_id, deviceId: id } : null
}

/** All that the page of a device is rendered with; null when there is no state of it yet. */
export async function devicePage(knex: Knex, place: { tenantId: number; deviceId: string }) {
  const { views } = await viewsSince(knex, place.tenantId as Scope, '0')
  const device = views.find(({ id }) => id === place.deviceId)
  const details = await deviceDetails(knex, place)
  if (!device || !details) return null
  const inventory = await knex('ops_console.ops_console_devices')
    .where({ tenant_id: place.tenantId, id: place.deviceId })
    .first('serial', 'host', 'port', 'wan_interface as wan', 'verified')
  return { device, details, inventory, link: await linkOf(knex, place.tenantId) }
}

/** The fibre of a unit; null when none is planned. */
export async function linkOf(knex: Knex, tenantId: number) {
  const link = await knex('ops_console.ops_console_links')
    .where({ tenant_id: tenantId })
    .first('supplier', 'state', 'capacity_mbps as capacityMbps', 'baseline_rx_dbm as baselineRxDbm')
  return link ?? null
}
