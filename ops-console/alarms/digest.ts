import type { Knex } from 'knex'
import { NOTICES, putIntoOutbox, type NewNotice, type Notice } from './notice.ts'

/** Puts what was held back for one recipient into one notice, once the first of it has waited long enough. */
export async function digest(knex: Knex, now: Date) {
  const ripe = await knex(NOTICES)
    .where({ state: 'held' })
    .where('due_at', '<=', now)
    .distinct('recipient', 'channel')
  for (const one of ripe) await knex.transaction((trx) => gather(trx, one, now))
}

async function gather(trx: Knex.Transaction, recipient: Pick<Notice, 'recipient' | 'channel'>, now: Date) {
  const held: Notice[] = await trx(NOTICES)
    .where({ state: 'held', ...recipient })
    .orderBy(['created_at', 'id'])
    .forUpdate()
  const first = held[0]
  if (!first) return
  const items = held.map(({ kind, content: { unit, check }, created_at: at }) => ({
    ...{ kind, unit, check, at: at.toISOString() },
  }))
  const letter: NewNotice = {
    ...{ tenantId: first.tenant_id, incidentId: null, episode: 0, kind: 'digest', step: 0 },
    to: { ...first, key: first.recipient, hourlyLimit: null },
    content: { ...first.content, fact: null, scope: undefined, items },
  }
  await putIntoOutbox(trx, [letter], now)
  await trx(NOTICES)
    .whereIn(
      'id',
      held.map(({ id }) => id)
    )
    .update({ state: 'digested' })
}
