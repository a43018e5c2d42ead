import type { Knex } from 'knex'

interface Assignment {
  tenantId: number
  deviceId: string
  source: string
  serial: string | null
}

/**
 * From now on messages of this address (and serial number) are the device's. `unknown`: nothing of that origin is in
 * quarantine, so nothing is believed. What is in quarantine stays the city's: it was never proven to be the device's.
 */
export async function assignSource(
  trx: Knex.Transaction,
  { tenantId, deviceId, source, serial }: Assignment
): Promise<'assigned' | 'unknown'> {
  const forgotten = await trx('ops_console.ops_console_event_quarantine')
    .where({ source, serial: serial ?? '' })
    .whereIn('reason', ['unknown_source', 'unknown_serial', 'unknown_address'])
    .delete()
  if (!forgotten) return 'unknown'
  await trx('ops_console.ops_console_event_sources').insert({
    ...{ tenant_id: tenantId, device_id: deviceId, address: source, serial },
  })
  await trx.raw(`notify ops_console, 'inventory'`)
  return 'assigned'
}
