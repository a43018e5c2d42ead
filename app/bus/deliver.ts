import type { PoolClient } from 'pg'
import { withCorrelation } from './correlation.ts'
import type { Due } from './due.ts'
import { readType, type Envelope } from './envelope.ts'
import { contentHash, once, type Outcome } from './inbox.ts'
import type { RelayContext } from './relay_context.ts'
import { describe, judge, retryDelay, BACKOFF } from './retry.ts'
import type { Subscription } from './subscription.ts'

class TimedOut extends Error {
  readonly status = 408
  override message = 'The handler took too long'
}

/** One attempt of one delivery, from reading its data to marking what came of it. */
export async function deliver(context: RelayContext, due: Due, client: PoolClient): Promise<void> {
  const subscription = context.known.get(due.subscription_id)!
  const pluginId = subscription.consumer.split('.')[0]!
  try {
    if (!(await context.isActive(pluginId, due.tenant_id))) return await passOver(client, due, subscription)
    const data = upcast(subscription, due.payload)
    if (data === UNSUPPORTED) return await park(context, client, due, subscription)
    const outcome = await handle(context, due, subscription, { ...due.payload, data })
    await context.beforeAck?.()
    await mark(client, due, 'done', { outcome })
  } catch (error) {
    await fail(context, client, due, subscription, error)
  }
}

const UNSUPPORTED = Symbol('unsupported')

/** Data in the version the consumer knows. */
function upcast({ event, upcasters }: Subscription, envelope: Envelope): unknown {
  let { version } = readType(envelope.type)!
  let data: unknown = envelope.data
  while (version < event.version) {
    const step = upcasters?.[version]
    if (!step) return UNSUPPORTED
    data = step(data as never)
    version++
  }
  return version > event.version ? UNSUPPORTED : data
}

async function handle(
  { runInTenant }: RelayContext,
  due: Due,
  subscription: Subscription,
  envelope: Envelope
): Promise<Outcome> {
  subscription.event.accept(envelope.data)
  const businessKey = subscription.businessKey?.(envelope.data) ?? null
  const correlation = { correlationId: envelope.correlationid, causationId: envelope.id }
  return runInTenant(due.tenant_id, (tx) =>
    withCorrelation(correlation, () =>
      within(
        due.timeout_ms,
        once(tx, { consumer: subscription.consumer, envelope, businessKey }, () =>
          subscription.handler(envelope.data, envelope, tx)
        )
      )
    )
  )
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new TimedOut()), ms)))
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer!)
  }
}

/** The plugin is off for this unit: noted, so that a replay after switching it on knows what was missed. */
async function passOver(client: PoolClient, due: Due, { consumer }: Subscription) {
  await client.query(
    `insert into core.bus_inbox (tenant_id, consumer, event_id, content_hash, status, result)
     values ($1, $2, $3, $4, 'skipped', '{"reason":"plugin_off"}') on conflict do nothing`,
    [due.tenant_id, consumer, due.event_id, contentHash(due.payload.data)]
  )
  await mark(client, due, 'done', { outcome: 'skipped' })
}

async function park({ log }: RelayContext, client: PoolClient, due: Due, { consumer }: Subscription) {
  await mark(client, due, 'parked', { error: 'unsupported_version' })
  log.error(
    { consumer, eventId: due.event_id, type: due.payload.type },
    'bus: unsupported version, delivery parked'
  )
}

async function fail(
  { now, random, log }: RelayContext,
  client: PoolClient,
  due: Due,
  { consumer }: Subscription,
  error: unknown
) {
  const failure = judge(error)
  const attempt = due.attempt + 1
  const text = describe(error)
  const about = { consumer, eventId: due.event_id, attempt, error: text }
  if (failure.kind === 'retry' && attempt < due.max_attempts) {
    const seconds = Math.max(retryDelay(attempt, BACKOFF, random), failure.retryAfterSeconds)
    const nextAt = new Date(now().getTime() + seconds * 1000)
    await mark(client, due, 'waiting_retry', { error: text, attempt, nextAt })
    return log.warn(about, 'bus: delivery failed, will be tried again')
  }
  const reason = failure.kind === 'final' ? failure.reason : 'max_attempts'
  const details = failure.kind === 'final' && failure.details ? JSON.stringify(failure.details) : null
  // One statement: a delivery is dead if and only if its letter lies there.
  await client.query(
    `with dead as (
       update core.bus_delivery set state = 'dead', attempt = $4, last_error = $5
       where tenant_id = $1 and event_id = $2 and subscription_id = $3 returning 1)
     insert into core.bus_dead_letter (tenant_id, event_id, subscription_id, reason_code, error, attempts, details, first_at, last_at)
     select $1, $2, $3, $6, $5, $4, $7::jsonb, $8, $9 from dead`,
    [due.tenant_id, due.event_id, due.subscription_id, attempt, text, reason, details, due.created_at, now()]
  )
  log.error({ ...about, reason }, 'bus: dead letter')
}

interface Marking {
  outcome?: Outcome
  error?: string
  attempt?: number
  nextAt?: Date
}

async function mark(
  client: PoolClient,
  due: Due,
  state: string,
  { outcome, error, attempt, nextAt }: Marking
) {
  await client.query(
    `update core.bus_delivery set state = $4, outcome = $5, last_error = $6, attempt = coalesce($7, attempt), next_at = coalesce($8, next_at)
     where tenant_id = $1 and event_id = $2 and subscription_id = $3`,
    [
      due.tenant_id,
      due.event_id,
      due.subscription_id,
      state,
      outcome ?? null,
      error ?? null,
      attempt ?? null,
      nextAt ?? null,
    ]
  )
}
