import type { Knex } from 'knex'
import type { Actor } from './acknowledge.ts'
import { silenceable, toldIncidents, type ToldIncident } from './open_incidents.ts'
import { SILENCES, silences, type Matcher } from './silences.ts'
import { record } from './timeline.ts'

/** Keeps notices of what fits quiet until an end; each open incident it covers says so in its timeline. */
export async function silence(
  trx: Knex,
  city: number,
  asked: { matcher: Matcher; by: Actor; reason: string; endsAt: Date },
  now: Date
): Promise<string> {
  const { matcher, by, reason, endsAt } = asked
  const [row] = await trx(SILENCES)
    .insert({
      ...{
        tenant_id: city,
        unit_tenant_id: matcher.unitTenantId,
        kind: matcher.kind,
        device_id: matcher.deviceId,
      },
      ...{
        check_code: matcher.check,
        severity: matcher.severity,
        reason,
        author_id: by.id,
        author_name: by.name,
      },
      ...{ starts_at: now, ends_at: endsAt },
    })
    .returning('id')
  const open: ToldIncident[] = await toldIncidents(trx).whereNull('i.closed_at')
  await record(
    trx,
    open
      .filter((one) => silences(matcher, silenceable(one)))
      .map((one) => ({
        ...{ tenantId: one.tenant_id, incidentId: one.id, at: now, kind: 'silenced' as const, actor: by },
        details: { reason, until: endsAt.toISOString() },
      }))
  )
  return row.id
}

/** Ends a silence now. False: it had ended. */
export const endSilence = async (trx: Knex, id: string, now: Date): Promise<boolean> =>
  (await trx(SILENCES)
    .where({ id })
    .whereNull('ended_at')
    .where('ends_at', '>', now)
    .update({ ended_at: now })) > 0
