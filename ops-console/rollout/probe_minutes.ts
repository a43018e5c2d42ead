import type { ReadMinutes } from './run_tests.ts'

/** Minutes of probes as the history keeps them. */
export const probeMinutes: ReadMinutes = async (knex, { tenantId, deviceId }, from, to) => {
  const rows: { at: Date; sent: number; rtts: number[] }[] = await knex(
    'ops_console.ops_console_link_minutes'
  )
    .where({ tenant_id: tenantId, device_id: deviceId })
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at')
    .select('at', 'sent', 'rtts')
  return rows.map(({ at, sent, rtts }) => ({ minute: at, sent, rtts }))
}
