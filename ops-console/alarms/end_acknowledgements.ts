import type { Knex } from 'knex'
import { INCIDENTS } from './incident.ts'
import { record } from './timeline.ts'

/** An acknowledgement with an end runs out: the steps go on from where they stood. */
export async function endAcknowledgements(knex: Knex, now: Date) {
  await knex.transaction(async (trx) => {
    const ended: { tenant_id: number; id: string }[] = await trx(INCIDENTS)
      .where('acknowledged_until', '<=', now)
      .whereNull('closed_at')
      .update({
        acknowledged_at: null,
        acknowledged_by: null,
        acknowledged_name: null,
        acknowledged_comment: null,
        acknowledged_until: null,
      })
      .returning(['tenant_id', 'id'])
    await record(
      trx,
      ended.map(({ tenant_id: tenantId, id: incidentId }) => ({
        ...{ tenantId, incidentId, at: now, kind: 'acknowledgement_ended' as const },
      }))
    )
  })
}
