import type { PoolClient } from 'pg'
import type { Envelope } from './envelope.ts'
import type { RelayContext } from './relay_context.ts'

export interface Due {
  tenant_id: number
  event_id: string
  subscription_id: string
  partition_key: string
  attempt: number
  replayed: boolean
  max_attempts: number
  timeout_ms: number
  ordered: boolean
  payload: Envelope
  created_at: Date
}

/** An ordered subscription waits for the earlier events of the same key, parked ones included. */
const DUE = `
  from core.bus_delivery d
  join core.bus_subscription s on s.id = d.subscription_id
  join core.bus_outbox o on o.tenant_id = d.tenant_id and o.id = d.event_id
  where d.state in ('pending', 'waiting_retry') and d.next_at <= $1 and not s.paused
    and not (s.ordered and exists (
      select from core.bus_delivery e
      where e.subscription_id = d.subscription_id and e.tenant_id = d.tenant_id and e.partition_key = d.partition_key
        and e.seq < d.seq and e.state in ('pending', 'waiting_retry', 'parked')))`

const COLUMNS = `d.tenant_id, d.event_id, d.subscription_id, d.partition_key, d.attempt, d.replayed,
  s.max_attempts, s.timeout_ms, s.ordered, o.payload, o.created_at`

/** Deliveries whose time has come, oldest first. */
export async function dueDeliveries({ pool, now, batch, known, tenants }: RelayContext): Promise<Due[]> {
  const { rows } = await pool.query<Due>(
    `select ${COLUMNS} ${DUE} and d.subscription_id = any ($2) and ($3::integer[] is null or d.tenant_id = any ($3))
     order by d.seq limit $4`,
    [now(), [...known.keys()], tenants, batch]
  )
  return rows
}

/**
 * Works on a delivery alone among all relays. A session lock, not a row lock: an open transaction with a number of
 * its own would hold back the outbox for as long as the handler runs. Ends with its connection, also on a crash.
 */
export async function exclusively(
  { pool, now }: RelayContext,
  due: Due,
  work: (fresh: Due, client: PoolClient) => Promise<void>
): Promise<boolean> {
  const client = await pool.connect()
  const name = `bus:${due.subscription_id}:${due.tenant_id}:${due.ordered ? due.partition_key : due.event_id}`
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ ok: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as ok',
      [name]
    )
    if (!rows[0]!.ok) return false
    try {
      const again = await client.query<Due>(
        `select ${COLUMNS} ${DUE} and d.tenant_id = $2 and d.event_id = $3 and d.subscription_id = $4`,
        [now(), due.tenant_id, due.event_id, due.subscription_id]
      )
      if (!again.rows[0]) return false
      await work(again.rows[0], client)
      return true
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
    }
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // A connection of unknown state is closed, and its locks with it.
    client.release(broken)
  }
}
