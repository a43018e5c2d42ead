import db from '@adonisjs/lucid/services/db'
import { warsawDay } from '@unia/platform/values'
import { needsAuthorisation } from '#users/domain/authorised'

export interface RoleNews {
  personId: string
  role: string
  from: string
  to: string | null
}

const authorisations = () => db.from('users_authorisations')

/** Writes the authorisation that goes with a role; the same role heard of again writes none. */
export async function authorise({ personId, role, from, to }: RoleNews): Promise<void> {
  if (!needsAuthorisation(role)) return
  await db.rawQuery(
    `select pg_advisory_xact_lock(hashtextextended('users.authorisations:' || core.current_tenant(), 0))`
  )
  const known = await authorisations()
    .where({ person_id: personId, role })
    .whereRaw(`coalesce(valid_to, 'infinity') >= ?::date`, [from])
    .first()
  if (known) {
    await authorisations().where('id', known.id).update({ valid_to: to, updated_at: new Date() })
    return
  }
  const year = Number(warsawDay().slice(0, 4))
  const { last } = await authorisations().where('year', year).max('number as last').firstOrFail()
  const membership = await db
    .from('identity_memberships')
    .where({ person_id: personId, role })
    .whereNotNull('granted_by')
    .orderBy('valid_from', 'desc')
    .select('granted_by')
    .first()
  await db.table('users_authorisations').insert({
    ...{ year, number: (last ?? 0) + 1, person_id: personId, role, valid_from: from, valid_to: to },
    granted_by: membership?.granted_by ?? null,
  })
}

/** The role is over, and with it the authorisation; one that never began keeps its number with the day it began. */
export async function withdraw({ personId, role, from, to }: RoleNews): Promise<void> {
  const still = await db
    .from('identity_memberships')
    .where({ person_id: personId, role })
    .whereRaw(`coalesce(valid_to, 'infinity') >= ?::date`, [warsawDay()])
    .first()
  if (still) return
  await authorisations()
    .where({ person_id: personId, role })
    .whereRaw(`coalesce(valid_to, 'infinity') > ?::date`, [to ?? from])
    .update({ valid_to: db.raw('greatest(valid_from, ?::date)', [to ?? from]), updated_at: new Date() })
}
