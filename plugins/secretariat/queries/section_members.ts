import db from '@adonisjs/lucid/services/db'

export interface SectionMemberRow {
  id: string
  section_id: string
  person_id: string
  surname: string
  given_names: string
  second_name: string | null
  roll_number: number | null
  valid_from: string
}

/** Who belongs to the sections on a day, by roll number; those without a number come last. */
export async function membersOn(sectionIds: string[], day: string): Promise<SectionMemberRow[]> {
  if (sectionIds.length === 0) return []
  return (await db
    .from('secretariat_section_memberships as m')
    .joinRaw('join secretariat_pupils p on p.tenant_id = m.tenant_id and p.id = m.pupil_id')
    .whereIn('m.section_id', sectionIds)
    .whereRaw(`?::date between m.valid_from and coalesce(m.valid_to, 'infinity')`, [day])
    .select('p.id', 'm.section_id', 'p.person_id', 'p.surname', 'p.given_names', 'p.second_name')
    .select('m.roll_number', 'm.valid_from')
    .orderByRaw('m.roll_number nulls last, p.surname, p.given_names')) as SectionMemberRow[]
}
