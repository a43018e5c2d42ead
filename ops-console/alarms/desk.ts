import type { Knex } from 'knex'
import { ensureDefaults } from './defaults.ts'
import { digest } from './digest.ts'
import { endAcknowledgements } from './end_acknowledgements.ts'
import { escalate } from './escalate.ts'
import { INCIDENTS } from './incident.ts'
import { NOTICES } from './notice.ts'
import { sendDue, type Senders } from './outbox.ts'
import { emailSender, mailSettings } from './send/email.ts'
import { webhookSender } from './send/webhook.ts'
import { tellRecovered } from './tell_recovered.ts'
import { tellSchools } from './tell_schools.ts'

/**
 * One round of the desk: acknowledgements that ran out, steps that are due, ends to be told, digests, and the outbox.
 * All it knows stands in tables, so a round may be cut off anywhere and the next one goes on. The collector that leads
 * calls it every second.
 *
 * @example await runDesk(knex, { now: new Date(), senders: sendersOf(knex) })
 */
export async function runDesk(knex: Knex, { now, senders }: { now: Date; senders: Senders }) {
  await endAcknowledgements(knex, now)
  await escalate(knex, now)
  await tellSchools(knex, now)
  await tellRecovered(knex, now)
  await digest(knex, now)
  await sendDue(knex, senders, now)
}

/** Whether a round could find anything at all: most of the time nothing is open, unsettled or waiting to be sent. */
export async function hasWork(knex: Knex): Promise<boolean> {
  const { rows } = await knex.raw(
    `select exists (select from ${INCIDENTS} where closed_at is null)
       or exists (select from ${INCIDENTS} where closed_at is not null and settled_at is null)
       or exists (select from ${NOTICES} where state in ('pending', 'sending', 'held')) as work`
  )
  return rows[0].work
}

/** E-mail by `OPS_SMTP_URL`, and webhooks. */
export function sendersOf(knex: Knex) {
  const email = emailSender(mailSettings())
  return { email, webhook: webhookSender(knex), close: () => email.close() }
}

export const openDesk = (knex: Knex, now: Date) => knex.transaction((trx) => ensureDefaults(trx, now))
