import db from '@adonisjs/lucid/services/db'
import { currentTenantId } from '../tenancy/scope.ts'
import { addDays, warsawDay, type Day } from '../values/days.ts'
import { tellEnded, tellGranted } from './membership_news.ts'

/** A fact kept elsewhere, from which roles follow. */
export interface Fact {
  source: 'guardian_link' | 'enrolment' | 'section_tutor' | 'employment'
  /** Id of the record that is the fact: a pupil, a section, an employment. */
  key: string
}

/** Who holds a role by a fact, for how long; `to` is the last day. */
export interface Holder {
  personId: string
  role: string
  from: Day
  to: Day | null
  /** The child a guardian's role is about. */
  aboutPersonId?: string | null
}

export interface Derivation {
  granted: number
  changed: number
  ended: number
}

interface Row {
  id: string
  person_id: string
  role: string
  valid_from: Day
  valid_to: Day | null
  about_person_id: string | null
}

const memberships = () => db.from('identity_memberships')
const slot = (personId: string, role: string) => `${personId} ${role}`

/**
 * Makes the memberships that follow from one fact equal to `holders`, in the unit's scope (portal-and-users, rule 1).
 * Running it again changes nothing; what is no longer true ends at once, and open connections notice.
 */
export async function deriveMemberships(
  { source, key }: Fact,
  holders: Holder[],
  today: Day = warsawDay()
): Promise<Derivation> {
  await db.rawQuery(`select pg_advisory_xact_lock(hashtextextended('core.fact:' || ?, 0))`, [
    `${currentTenantId()}:${source}:${key}`,
  ])
  const rows = (await memberships()
    .where({ source, source_key: key })
    .whereRaw(`coalesce(valid_to, 'infinity') >= ?::date`, [today])
    .select('id', 'person_id', 'role', 'valid_from', 'valid_to', 'about_person_id')) as Row[]
  const held = new Map(rows.map((row) => [slot(row.person_id, row.role), row]))
  const done: Derivation = { granted: 0, changed: 0, ended: 0 }
  for (const holder of holders) {
    const known = held.get(slot(holder.personId, holder.role))
    held.delete(slot(holder.personId, holder.role))
    if (holder.to !== null && holder.to < today) {
      if (known) done.ended += await end(known, today, holder.to)
    } else if (!known) done.granted += await begin({ source, key }, holder)
    else if (differs(known, holder, today)) done.changed += await change(known, holder, today)
  }
  for (const row of held.values()) done.ended += await end(row, today)
  return done
}

/** A role that began earlier than the fact says now keeps its beginning: it was held. */
const differs = (row: Row, { from, to, aboutPersonId = null }: Holder, today: Day) =>
  row.valid_to !== to || row.about_person_id !== aboutPersonId || (row.valid_from !== from && from > today)

async function begin({ source, key }: Fact, holder: Holder): Promise<number> {
  await db.table('identity_memberships').insert({
    ...{ person_id: holder.personId, role: holder.role, valid_from: holder.from, valid_to: holder.to },
    ...{ source, source_key: key, about_person_id: holder.aboutPersonId ?? null },
  })
  await tellGranted(holder)
  return 1
}

async function change(row: Row, { from, to, aboutPersonId = null }: Holder, today: Day): Promise<number> {
  const began = row.valid_from <= today && row.valid_from <= from
  await memberships()
    .where('id', row.id)
    .update({
      ...{ valid_from: began ? row.valid_from : from, valid_to: to },
      ...{ about_person_id: aboutPersonId, updated_at: new Date() },
    })
  return 1
}

/** Ends with yesterday: access is over now, not at midnight (P4). One that has not begun, or began today, is deleted. */
async function end(row: Row, today: Day, last: Day = addDays(today, -1)): Promise<number> {
  if (row.valid_from > last) await memberships().where('id', row.id).delete()
  else await memberships().where('id', row.id).update({ valid_to: last, updated_at: new Date() })
  await tellEnded({
    personId: row.person_id,
    role: row.role,
    from: row.valid_from,
    to: row.valid_from > last ? null : last,
  })
  return 1
}
