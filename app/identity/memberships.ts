import db from '@adonisjs/lucid/services/db'
import type { Day } from '../values/days.ts'
import { addDays } from '../values/days.ts'
import { currentTenantId } from '../tenancy/scope.ts'
import { grantableRoles, latestGrantDay } from './grantable.ts'
import { tellEnded, tellGranted } from './membership_news.ts'
import { needsSecondPerson, requestRole } from './role_requests.ts'

export interface Grant {
  personId: string
  role: string
  validTo: Day
}

export interface Granter {
  personId: string
  accountId: string
  role: string
  today: Day
}

export type GrantRefusal = 'role' | 'own' | 'stranger' | 'late' | 'past' | 'held' | 'waits'

/** What came of it: given, or asked of a second person. */
export type Granting = { outcome: 'granted' | 'requested' } | { outcome: 'refused'; why: GrantRefusal }

const memberships = () => db.from('identity_memberships')

/** Gives somebody of this unit a role from today on; a weighty one waits for a second person. Runs in the unit's scope. */
export async function grantRole(grant: Grant, by: Granter): Promise<Granting> {
  // Two clicks at once: the second waits and finds the role held.
  await db.rawQuery(`select pg_advisory_xact_lock(hashtextextended('core.membership:' || ?, 0))`, [
    grant.personId,
  ])
  const why = await refusalOf(grant, by)
  if (why) return { outcome: 'refused', why }
  if (needsSecondPerson(grant.role)) {
    const asked = await requestRole(currentTenantId(), grant, by.accountId)
    return asked ? { outcome: 'requested' } : { outcome: 'refused', why: 'waits' }
  }
  const { personId, role, validTo } = grant
  await db.table('identity_memberships').insert({
    ...{ person_id: personId, role, valid_from: by.today, valid_to: validTo },
    ...{ source: 'manual', granted_by: by.accountId },
  })
  await tellGranted({ personId, role, from: by.today, to: validTo })
  return { outcome: 'granted' }
}

async function refusalOf({ personId, role, validTo }: Grant, by: Granter): Promise<GrantRefusal | null> {
  if (!grantableRoles(by.role).includes(role as never)) return 'role'
  if (personId === by.personId) return 'own'
  if (validTo < by.today) return 'past'
  if (validTo > latestGrantDay(by.today)) return 'late'
  const theirs = await memberships().where('person_id', personId).select('role', 'valid_from', 'valid_to')
  if (theirs.length === 0) return 'stranger'
  const lasts = (m: { valid_to: Day | null }) => m.valid_to === null || m.valid_to >= by.today
  return theirs.some((m) => m.role === role && lasts(m)) ? 'held' : null
}

export type Ending =
  { outcome: 'ended'; grant: Grant } | { outcome: 'not_found' | 'derived' | 'own' | 'role' }

/** Ends a role given by hand: the last day was yesterday. One given today is taken back as if it had not been. */
export async function endMembership(id: string, by: Granter): Promise<Ending> {
  const row = await memberships().where('id', id).first()
  if (!row || (row.valid_to !== null && row.valid_to < by.today)) return { outcome: 'not_found' }
  if (row.source !== 'manual') return { outcome: 'derived' }
  if (row.person_id === by.personId) return { outcome: 'own' }
  if (!grantableRoles(by.role).includes(row.role)) return { outcome: 'role' }
  if (row.valid_from >= by.today) await memberships().where('id', id).delete()
  else
    await memberships()
      .where('id', id)
      .update({ valid_to: addDays(by.today, -1), updated_at: new Date() })
  const last = row.valid_from >= by.today ? null : addDays(by.today, -1)
  await tellEnded({ personId: row.person_id, role: row.role, from: row.valid_from, to: last })
  const validTo = row.valid_to ?? latestGrantDay(by.today)
  return { outcome: 'ended', grant: { personId: row.person_id, role: row.role, validTo } }
}
