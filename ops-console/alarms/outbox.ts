import type { Knex } from 'knex'
import { IMPACTS } from './incident.ts'
import { NOTICES, type Notice } from './notice.ts'
import { nextAttempt } from './retry.ts'
import { ring } from './send/bell.ts'
import { Undeliverable, type Sender } from './send/sender.ts'
import type { ImpactCounts } from './text.ts'
import { record } from './timeline.ts'

const AT_ONCE = 20
/** Longer than any attempt takes: after it, whoever had the notice has died and another takes it. */
const LEASE_MS = 60_000
const HOUR_MS = 3_600_000
/** Notices over the limit of an hour wait so long for company before they leave as one. */
export const DIGEST_AFTER_MS = 10 * 60_000

export interface Senders {
  email: Sender
  webhook: Sender
}

/**
 * Sends what is due. A notice is first taken (committed), then sent, then marked: a process that dies in between loses
 * nothing. Died it after the recipient's server had taken the notice, the recipient gets it again, under the same id.
 * Under the bell it is one transaction and never twice.
 */
export async function sendDue(knex: Knex, senders: Senders, now: Date): Promise<number> {
  const { rows }: { rows: Notice[] } = await knex.raw(
    `update ${NOTICES} set state = 'sending', attempts = attempts + 1, due_at = ? where id in (
       select id from ${NOTICES} where state in ('pending', 'sending') and due_at <= ?
       order by due_at, id limit ? for update skip locked) returning *`,
    [new Date(now.getTime() + LEASE_MS), now, AT_ONCE]
  )
  if (!rows.length) return 0
  const order = rows.sort((a, b) => a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1))
  // One after the other to the same recipient: the end of a trouble never overtakes its beginning.
  const queues = new Map<string, Notice[]>()
  for (const notice of order) queues.set(notice.recipient, [...(queues.get(notice.recipient) ?? []), notice])
  await Promise.all(
    [...queues.values()].map(async (queue) => {
      for (const notice of queue) await deliver(knex, senders, notice, now)
    })
  )
  return rows.length
}

async function deliver(knex: Knex, senders: Senders, notice: Notice, now: Date) {
  try {
    if (notice.channel === 'bell') return await knex.transaction((trx) => deliverBell(trx, notice, now))
    if (await isOverLimit(knex, notice, now)) return await hold(knex, notice, now)
    await senders[notice.channel](notice, await impactsOf(knex, notice.incident_id))
    await knex.transaction((trx) => markSent(trx, notice, now))
  } catch (error) {
    await knex.transaction((trx) => markFailed(trx, notice, error, now))
  }
}

async function deliverBell(trx: Knex.Transaction, notice: Notice, now: Date) {
  await ring(trx, notice)
  await markSent(trx, notice, now)
}

const row = (knex: Knex, { tenant_id, id }: Notice) => knex(NOTICES).where({ tenant_id, id })

async function markSent(trx: Knex.Transaction, notice: Notice, now: Date) {
  await row(trx, notice).update({ state: 'sent', sent_at: now, error: null })
  await tell(trx, notice, 'notified', now)
}

async function markFailed(trx: Knex.Transaction, notice: Notice, error: unknown, now: Date) {
  const again = error instanceof Undeliverable ? null : nextAttempt(notice.attempts, now)
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300)
  const change = again ? { state: 'pending', due_at: again } : { state: 'dead' }
  await row(trx, notice).update({ ...change, error: reason })
  if (!again) await tell(trx, notice, 'not_notified', now, reason)
}

async function tell(
  trx: Knex.Transaction,
  notice: Notice,
  kind: 'notified' | 'not_notified',
  at: Date,
  error?: string
) {
  if (!notice.incident_id) return
  const { tenant_id: tenantId, incident_id: incidentId, channel, name, kind: what } = notice
  const details = { channel, name, what, ...(error && { error }) }
  await record(trx, [{ tenantId, incidentId, at, kind, details }])
}

async function isOverLimit(knex: Knex, notice: Notice, now: Date): Promise<boolean> {
  if (notice.hourly_limit === null || notice.kind === 'digest' || notice.kind === 'test') return false
  const sent = await knex(NOTICES)
    .where({ recipient: notice.recipient, channel: notice.channel, state: 'sent' })
    .where('sent_at', '>', new Date(now.getTime() - HOUR_MS))
    .count({ total: '*' })
    .first()
  return Number(sent?.total) >= notice.hourly_limit
}

const hold = (knex: Knex, notice: Notice, now: Date) =>
  row(knex, notice).update({ state: 'held', due_at: new Date(now.getTime() + DIGEST_AFTER_MS) })

/** What an incident drags down, by kind; also what has come back already. */
export async function impactsOf(knex: Knex, incidentId: string | null): Promise<ImpactCounts> {
  if (!incidentId) return {}
  const rows: { kind: string; total: string }[] = await knex(`${IMPACTS} as m`)
    .join('ops_console.ops_console_devices as d', { 'd.tenant_id': 'm.tenant_id', 'd.id': 'm.device_id' })
    .where({ incident_id: incidentId })
    .groupBy('d.kind')
    .orderByRaw(`array_position(array['core','cpe','edge','endpoints'], d.kind)`)
    .select('d.kind')
    .countDistinct({ total: 'm.device_id' })
  return Object.fromEntries(rows.map(({ kind, total }) => [kind, Number(total)]))
}
