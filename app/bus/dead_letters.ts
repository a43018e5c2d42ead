import type { Pool } from 'pg'
import { ReplayRefused } from './errors.ts'
import { transaction } from './transaction.ts'

interface Letter {
  tenantId: number
  id: string
}

/** Sends an event with a dead letter to its consumer once more, with all attempts. False when already resolved. */
export const redrive = (pool: Pool, letter: Letter, by: string, now = new Date()): Promise<boolean> =>
  transaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `with letter as (
         update core.bus_dead_letter set resolution = 'redriven', resolved_by = $3, resolved_at = $4
         where tenant_id = $1 and id = $2 and resolution is null returning tenant_id, event_id, subscription_id)
       update core.bus_delivery d set state = 'pending', attempt = 0, next_at = $4 from letter
       where d.tenant_id = letter.tenant_id and d.event_id = letter.event_id and d.subscription_id = letter.subscription_id`,
      [letter.tenantId, letter.id, by, now]
    )
    return rowCount === 1
  })

/** Closes a dead letter for good. Throws ReplayRefused without a reason; false when already resolved. */
export async function discard(
  pool: Pool,
  letter: Letter,
  by: string,
  reason: string,
  now = new Date()
): Promise<boolean> {
  if (!reason.trim()) throw new ReplayRefused('A dead letter is discarded with a reason')
  const { rowCount } = await pool.query(
    `update core.bus_dead_letter set resolution = 'discarded', resolution_reason = $4, resolved_by = $3, resolved_at = $5
     where tenant_id = $1 and id = $2 and resolution is null`,
    [letter.tenantId, letter.id, by, reason.trim(), now]
  )
  return rowCount === 1
}
