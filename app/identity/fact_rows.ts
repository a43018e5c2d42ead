import db from '@adonisjs/lucid/services/db'
import type { Day } from '../values/days.ts'
import type { Fact } from './derived_memberships.ts'

export interface DerivedRow {
  source: Fact['source']
  key: string
  personId: string
  role: string
  from: Day
  to: Day | null
  aboutPersonId: string | null
}

/** Memberships of this unit that follow from facts of one kind and hold on a day; for proving them right. */
export async function derivedOn(source: Fact['source'], day: Day): Promise<DerivedRow[]> {
  return (await db
    .from('identity_memberships')
    .where('source', source)
    .whereRaw(`?::date between valid_from and coalesce(valid_to, 'infinity')`, [day])
    .select('source', 'source_key as key', 'person_id as personId', 'role')
    .select('valid_from as from', 'valid_to as to', 'about_person_id as aboutPersonId')
    .orderByRaw('source_key, person_id, role')) as DerivedRow[]
}

/**
 * Facts of one kind that give somebody a role on this day or later, each with the next day on which that changes: the
 * first one of a role to come, the first one after a role that ends; null when it goes on.
 */
export async function derivedKeys(source: Fact['source'], day: Day): Promise<Map<string, Day | null>> {
  const rows = await db
    .from('identity_memberships')
    .where('source', source)
    .whereRaw(`coalesce(valid_to, 'infinity') >= ?::date`, [day])
    .select('source_key')
    .select(
      db.raw(`min(case when valid_from > ?::date then valid_from else valid_to + 1 end) as turn`, [day])
    )
    .groupBy('source_key')
  return new Map(rows.map((row) => [row.source_key as string, row.turn as Day | null]))
}
