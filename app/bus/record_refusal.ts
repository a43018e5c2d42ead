import type { Pool } from 'pg'

/** Puts an event written for another tenant on the audit trail, outside the transaction that was refused. */
export async function recordRefusal(
  pool: Pool,
  {
    tenantId,
    type,
    actor = null,
    address = null,
  }: { tenantId: number; type: string; actor?: string | null; address?: string | null }
): Promise<void> {
  await pool.query('select core.access_log_crossing($1, $2, $3, $4)', [
    tenantId,
    actor,
    address,
    `bus:${type}`,
  ])
}
