import type { Knex } from 'knex'
import { INCIDENTS } from './incident.ts'
import { NOTICES, putIntoOutbox, type NewNotice, type Notice } from './notice.ts'
import { contentOf, toldIncidents, type ToldIncident } from './open_incidents.ts'

const AT_ONCE = 50

/**
 * Deals with what has ended: notices that have not left are dropped, and who was told of the problem, or of one that
 * turned out to be part of it, is told of the end. An incident that went over into another is told of with that one.
 */
export async function tellRecovered(knex: Knex, now: Date) {
  const ended: ToldIncident[] = await toldIncidents(knex)
    .whereNotNull('i.closed_at')
    .whereNull('i.settled_at')
    .orderBy('i.closed_at')
    .limit(AT_ONCE)
  for (const incident of ended) await knex.transaction((trx) => settle(trx, incident, now))
}

async function settle(trx: Knex.Transaction, incident: ToldIncident, now: Date) {
  const { tenant_id: tenantId, id, episode } = incident
  const took = await trx(INCIDENTS)
    .where({ tenant_id: tenantId, id })
    .whereNotNull('closed_at')
    .whereNull('settled_at')
    .update({ settled_at: now })
  if (!took) return
  await trx(NOTICES)
    .where({ tenant_id: tenantId, incident_id: id })
    .whereIn('state', ['pending', 'held'])
    .whereNot('kind', 'recovered')
    .update({ state: 'dropped' })
  const isOver = incident.close_reason === 'recovered' || incident.close_reason === 'manual'
  if (!isOver) return
  const told = await whoWasTold(trx, id)
  const notices = told.map((one): NewNotice => ({
    ...{ tenantId, incidentId: id, episode, kind: 'recovered', step: 0 },
    to: { ...one, key: one.recipient, hourlyLimit: one.hourly_limit },
    content: { ...contentOf(incident), ...(one.content.scope && { scope: one.content.scope }) },
  }))
  await putIntoOutbox(trx, notices, now)
}

/** The last that each way carried about this incident and those that went over into it, unless it was the end. */
async function whoWasTold(trx: Knex.Transaction, id: string): Promise<Notice[]> {
  const { rows } = await trx.raw(
    `with recursive whole as (
       select id from ${INCIDENTS} where id = ?
       union select i.id from ${INCIDENTS} i join whole w on i.attributed_id = w.id)
     select distinct on (channel, recipient) n.* from ${NOTICES} n join whole w on w.id = n.incident_id
     where n.state in ('sent', 'sending', 'digested') or (n.kind = 'recovered' and n.state = 'pending')
     order by channel, recipient, created_at desc, n.id desc`,
    [id]
  )
  return rows.filter((notice: Notice) => notice.kind !== 'recovered')
}
