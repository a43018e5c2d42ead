import type { Pool } from 'pg'

export interface BusMetrics {
  /** Age of the oldest event not yet taken from the outbox; warn above 60 s, page above 300 s. */
  outboxOldestSeconds: number
  outboxWaiting: number
  deliveriesWaiting: number
  retriesWaiting: number
  parked: number
  deadLettersOpen: number
}

/** State of the bus across all tenants, in one query. */
export async function busMetrics(pool: Pool): Promise<BusMetrics> {
  const { rows } = await pool.query<BusMetrics>(`
    select
      coalesce((select extract(epoch from now() - min(created_at)) from core.bus_outbox where published_at is null), 0)::float as "outboxOldestSeconds",
      (select count(*) from core.bus_outbox where published_at is null)::integer as "outboxWaiting",
      count(*) filter (where state = 'pending')::integer as "deliveriesWaiting",
      count(*) filter (where state = 'waiting_retry')::integer as "retriesWaiting",
      count(*) filter (where state = 'parked')::integer as parked,
      (select count(*) from core.bus_dead_letter where resolution is null)::integer as "deadLettersOpen"
    from core.bus_delivery where state in ('pending', 'waiting_retry', 'parked')`)
  return rows[0]!
}

/** The same as text for Prometheus. */
export const prometheus = (metrics: BusMetrics): string =>
  [
    ['bus_outbox_oldest_seconds', metrics.outboxOldestSeconds],
    ['bus_outbox_waiting', metrics.outboxWaiting],
    ['bus_delivery_waiting', metrics.deliveriesWaiting],
    ['bus_retry_waiting', metrics.retriesWaiting],
    ['bus_parked', metrics.parked],
    ['bus_dead_letter_open', metrics.deadLettersOpen],
  ]
    .map(([name, value]) => `# TYPE ${name} gauge\n${name} ${value}\n`)
    .join('')
