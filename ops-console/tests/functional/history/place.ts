import type { Knex } from 'knex'
import { Device } from '#ops/inventory/device'
import type { DevicePlace } from '#ops/history/place'
import { twoSchools } from '../city.ts'

/** Two schools and the place of each one's firewall; nothing is due yet. */
export async function twoPlaces() {
  const city = await twoSchools()
  await city.sync(city.units)
  const places = await Promise.all(city.units.map(({ tenantId }) => edgeOf(city.ops, tenantId)))
  await city.ops('ops_console.ops_console_rollup_due').delete()
  await city.ops('ops_console.ops_console_rollup_marks').update({ done_until: new Date(0) })
  return { ...city, places }
}

async function edgeOf(ops: Knex, tenantId: number): Promise<DevicePlace> {
  const device = await Device.query(ops).findOne({ tenant_id: tenantId, key: 'edge' }).throwIfNotFound()
  return { tenantId, deviceId: device.id }
}
