import type { Knex } from 'knex'
import { INCIDENTS } from './incident.ts'
import { record } from './timeline.ts'

export interface Actor {
  id: string
  name: string
}

export interface IncidentKey {
  tenantId: number
  id: string
}

/**
 * Takes an incident over: steps stop, recording goes on. Until `until`, or for as long as it is open. False: it is over.
 *
 * @example await acknowledge(trx, { tenantId, id }, { by: actor, comment: 'Dzwonię do NETTE', until: null }, new Date())
 */
export async function acknowledge(
  trx: Knex,
  { tenantId, id }: IncidentKey,
  { by, comment, until }: { by: Actor; comment: string; until: Date | null },
  now: Date
): Promise<boolean> {
  const took = await trx(INCIDENTS)
    .where({ tenant_id: tenantId, id })
    .whereNull('closed_at')
    .update({
      ...{ acknowledged_at: now, acknowledged_by: by.id, acknowledged_name: by.name },
      ...{ acknowledged_comment: comment, acknowledged_until: until },
    })
  if (!took) return false
  const details = { comment, until: until?.toISOString() ?? null }
  await record(trx, [{ tenantId, incidentId: id, at: now, kind: 'acknowledged', actor: by, details }])
  return true
}

/** Gives it back: the steps go on. False: nobody had it. */
export async function withdraw(
  trx: Knex,
  { tenantId, id }: IncidentKey,
  by: Actor,
  now: Date
): Promise<boolean> {
  const took = await trx(INCIDENTS)
    .where({ tenant_id: tenantId, id })
    .whereNotNull('acknowledged_at')
    .update({
      ...{ acknowledged_at: null, acknowledged_by: null, acknowledged_name: null },
      ...{ acknowledged_comment: null, acknowledged_until: null },
    })
  if (took)
    await record(trx, [{ tenantId, incidentId: id, at: now, kind: 'acknowledgement_ended', actor: by }])
  return took > 0
}

export const note = (trx: Knex, { tenantId, id }: IncidentKey, by: Actor, text: string, now: Date) =>
  record(trx, [{ tenantId, incidentId: id, at: now, kind: 'noted', actor: by, details: { text } }])

/** The contractor's own number for it; empty takes it away. */
export async function keepTicket(trx: Knex, key: IncidentKey, by: Actor, ticket: string | null, now: Date) {
  const { tenantId, id } = key
  await trx(INCIDENTS).where({ tenant_id: tenantId, id }).update({ ticket })
  await record(trx, [{ tenantId, incidentId: id, at: now, kind: 'ticket', actor: by, details: { ticket } }])
}
