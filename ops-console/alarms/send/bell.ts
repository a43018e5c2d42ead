import type { Knex } from 'knex'
import type { Notice } from '../notice.ts'
import { word } from '../words.ts'

/**
 * Puts a notice under the bell of an account, in the transaction that marks it as sent: it is there exactly once.
 * The web process hears it and shows the new count.
 */
export async function ring(trx: Knex.Transaction, notice: Notice) {
  const { kind, content, incident_id: id } = notice
  const values = {
    unit: content.unit,
    check: word(notice.locale, `check.${content.check}`) ?? content.check,
    waited: content.waited ?? 0,
  }
  await trx('core.identity_notifications').insert({
    account_id: notice.address,
    message_key: `ops-console.notice.bell.${tone(notice)}`,
    message_values: JSON.stringify(values),
    href: content.scope || !id ? null : `/city/ops-console/incidents/${id}`,
  })
  await trx.raw(`select pg_notify('notifications', ?)`, [notice.address])
  return kind
}

function tone({ kind, content }: Notice): string {
  if (!content.scope) return kind
  return kind === 'recovered' ? 'school_recovered' : `school_${content.scope}`
}
