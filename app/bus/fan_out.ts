import type { RelayContext } from './relay_context.ts'
import { transaction } from './transaction.ts'

/**
 * Takes committed events from the outbox and makes one delivery for each subscription. The xmin condition keeps
 * newer rows back while an older transaction is open, so that numbers are never overtaken. Returns how many.
 */
export async function fanOut({ pool, batch, now, tenants, known }: RelayContext): Promise<number> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ tenant_id: number; seq: string }>(
      `select tenant_id, seq from core.bus_outbox
       where published_at is null and xid < pg_snapshot_xmin(pg_current_snapshot()) and ($2::integer[] is null or tenant_id = any ($2))
       order by seq limit $1 for update skip locked`,
      [batch, tenants]
    )
    if (!rows.length) return 0
    const keys = [rows.map((row) => row.tenant_id), rows.map((row) => row.seq)]
    await client.query(
      `insert into core.bus_delivery (tenant_id, event_id, subscription_id, seq, partition_key, state, next_at)
       select o.tenant_id, o.id, s.id, o.seq, o.partition_key, 'pending', $3
       from unnest($1::integer[], $2::bigint[]) taken (tenant_id, seq)
       join core.bus_outbox o using (tenant_id, seq)
       join core.bus_subscription s on o.type ~ ('^' || replace(replace(s.type_pattern, '.', '\\.'), '%', '\\d+') || '$')
       where s.id = any ($4) or s.kind <> 'local'
       on conflict do nothing`,
      [...keys, now(), [...known.keys()]]
    )
    await client.query(
      `update core.bus_outbox o set published_at = $3
       from unnest($1::integer[], $2::bigint[]) taken (tenant_id, seq)
       where o.tenant_id = taken.tenant_id and o.seq = taken.seq`,
      [...keys, now()]
    )
    return rows.length
  })
}
