import type { Pool } from 'pg'
import type { RunInTenant } from './queries.ts'
import type { Subscription } from './subscription.ts'

/** What the relay is given; everything that differs in tests has a default. */
export interface RelayOptions {
  /** Connections of unia_system; session connections, not through a transaction pooler. */
  pool: Pool
  subscriptions: Subscription[]
  runInTenant: RunInTenant
  /** Whether the consumer's plugin is switched on for the tenant. */
  isActive(pluginId: string, tenantId: number): boolean | Promise<boolean>
  /** Told of failures; `error` holds no personal data. */
  log?: { warn(details: object, message: string): void; error(details: object, message: string): void }
  now?: () => Date
  random?: () => number
  pollMs?: number
  batch?: number
  /** Partitions delivered at the same time. */
  concurrency?: number
  /** For the crash test: called between the handler's commit and the delivery being marked done. */
  beforeAck?: () => Promise<void>
  /** Limits the relay to these tenants; for tests that share a database. */
  tenants?: number[]
}

export interface SubscriptionRow {
  id: string
  consumer: string
}

export interface RelayContext extends Required<Omit<RelayOptions, 'tenants' | 'beforeAck'>> {
  tenants: number[] | null
  beforeAck: (() => Promise<void>) | null
  /** By id of the row in bus_subscription. */
  known: Map<string, Subscription>
}

const silent = { warn: () => {}, error: () => {} }

/** Options with defaults, the subscriptions written to the database and known by their id there. */
export async function relayContext(options: RelayOptions): Promise<RelayContext> {
  const context: RelayContext = {
    log: silent,
    now: () => new Date(),
    random: Math.random,
    pollMs: 2000,
    batch: 200,
    concurrency: 4,
    ...options,
    tenants: options.tenants ?? null,
    beforeAck: options.beforeAck ?? null,
    known: new Map(),
  }
  for (const subscription of options.subscriptions)
    context.known.set(await register(options.pool, subscription), subscription)
  return context
}

async function register(pool: Pool, subscription: Subscription): Promise<string> {
  const {
    consumer,
    event,
    maxAttempts = 12,
    timeoutMs = 30_000,
    ordered = false,
    replaySafe = true,
  } = subscription
  const { rows } = await pool.query<{ id: string }>(
    `insert into core.bus_subscription (consumer, type_pattern, max_attempts, timeout_ms, ordered, replay_safe)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (consumer) do update set type_pattern = $2, max_attempts = $3, timeout_ms = $4, ordered = $5, replay_safe = $6
     returning id`,
    [consumer, `pl.lublin.edu.${event.type}.v%`, maxAttempts, timeoutMs, ordered, replaySafe]
  )
  await pool.query(
    `insert into core.bus_schema (type, version, json_schema) values ($1, $2, $3)
     on conflict (type, version) do update set json_schema = $3`,
    [event.type, `${event.version}.${event.minor}`, JSON.stringify(event.schema)]
  )
  return rows[0]!.id
}
