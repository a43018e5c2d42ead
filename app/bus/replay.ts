import type { Pool } from 'pg'
import { ReplayRefused } from './errors.ts'
import { transaction } from './transaction.ts'

/** Which events; at least one of ids, partition, or type with a window. */
export interface ReplayCriteria {
  consumer: string
  tenantId?: number
  eventIds?: string[]
  partitionKey?: string
  /** Full type. */
  type?: string
  from?: Date
  /** Exclusive. */
  until?: Date
}

const CHOSEN = `
  from core.bus_outbox o join core.bus_subscription s on s.consumer = $1
  where o.published_at is not null
    and o.type ~ ('^' || replace(replace(s.type_pattern, '.', '\\.'), '%', '\\d+') || '$')
    and ($2::integer is null or o.tenant_id = $2) and ($3::uuid[] is null or o.id = any ($3))
    and ($4::text is null or o.partition_key = $4) and ($5::text is null or o.type = $5)
    and ($6::timestamptz is null or o.created_at >= $6) and ($7::timestamptz is null or o.created_at < $7)`

/** How many events a replay would send again. */
export async function countReplay(pool: Pool, criteria: ReplayCriteria): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::integer as n ${CHOSEN}`,
    bindings(criteria)
  )
  return rows[0]!.n
}

/**
 * Sends published events to one consumer again under their own ids, so that its inbox passes over what it had.
 * A consumer that is not replay-safe needs `forcedBy`, another person than `by`. Throws ReplayRefused.
 */
export async function replay(
  pool: Pool,
  criteria: ReplayCriteria,
  { by, forcedBy, now = new Date() }: { by: string; forcedBy?: string; now?: Date }
): Promise<number> {
  requireBounds(criteria)
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ replay_safe: boolean }>(
      'select replay_safe from core.bus_subscription where consumer = $1',
      [criteria.consumer]
    )
    if (!rows[0]) throw new ReplayRefused(`No consumer "${criteria.consumer}"`)
    if (!rows[0].replay_safe && (!forcedBy || forcedBy === by))
      throw new ReplayRefused('This consumer acts outside the system: a replay takes two people')
    const { rowCount } = await client.query(
      `insert into core.bus_delivery (tenant_id, event_id, subscription_id, seq, partition_key, state, next_at, replayed)
       select o.tenant_id, o.id, s.id, o.seq, o.partition_key, 'pending', $8, true ${CHOSEN}
       on conflict (tenant_id, event_id, subscription_id) do update
         set state = 'pending', attempt = 0, next_at = excluded.next_at, replayed = true, outcome = null, last_error = null
         where bus_delivery.state in ('done', 'dead', 'parked')`,
      [...bindings(criteria), now]
    )
    await client.query(
      'insert into core.bus_replay (criteria, events, requested_by, approved_by) values ($1, $2, $3, $4)',
      [JSON.stringify(criteria), rowCount ?? 0, by, forcedBy ?? null]
    )
    return rowCount ?? 0
  })
}

function requireBounds({ eventIds, partitionKey, type, from, until }: ReplayCriteria) {
  if (!eventIds && !partitionKey && !(type && from && until))
    throw new ReplayRefused('A replay names events, a partition, or a type with a window of time')
}

const bindings = (c: ReplayCriteria) => [
  c.consumer,
  c.tenantId ?? null,
  c.eventIds ?? null,
  c.partitionKey ?? null,
  c.type ?? null,
  c.from ?? null,
  c.until ?? null,
]
