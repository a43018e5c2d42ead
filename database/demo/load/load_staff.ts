import type { Client } from 'pg'
import type { UnitRoster } from '../index.ts'
import { copyRows } from './copy.ts'
import type { Place } from './load_city.ts'
import type { People } from './load_people.ts'

/** Employees hold their roles from the first of September; a tutor is a teacher as well. */
export async function loadStaff(client: Client, place: Place, { plan, staff }: UnitRoster, people: People) {
  const from = `${plan.schoolYear}-09-01`
  const rows = staff.flatMap((person) => {
    const roles = person.tutorOf && person.role === 'teacher' ? ['teacher', 'tutor'] : [person.role]
    return roles.map((role) => [place.id, people.idOf(person), role, from, 'demo'])
  })
  await copyRows(
    client,
    'core.identity_memberships',
    ['tenant_id', 'person_id', 'role', 'valid_from', 'source'],
    rows
  )
  for (const person of staff) {
    if (!person.tutorOf) continue
    const section = plan.sections.find(({ key }) => key === person.tutorOf)!
    await client.query(
      `update secretariat.secretariat_sections set tutor_id = $1
       where tenant_id = $2 and unit_id = $3 and school_year = $4 and grade_level = $5 and symbol = $6`,
      [
        people.idOf(person),
        place.id,
        place.units.get(section.unit),
        plan.schoolYear,
        section.gradeLevel,
        section.symbol,
      ]
    )
  }
}
