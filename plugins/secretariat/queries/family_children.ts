import db from '@adonisjs/lucid/services/db'

export interface FamilyChild {
  id: string
  surname: string
  givenNames: string
  /** The class or group of that day; null while the child is in none. */
  section: string | null
}

/** Children of this unit whom the person may read about on a day, and the person's own record; in alphabetical order. */
export async function familyChildren(personId: string, day: string): Promise<FamilyChild[]> {
  const { rows } = await db.rawQuery<{ rows: FamilyChild[] }>(
    `select p.id, p.surname, p.given_names as "givenNames",
       (select string_agg(s.name, ', ' order by s.name) from secretariat_section_memberships m
        join secretariat_sections s on s.tenant_id = m.tenant_id and s.id = m.section_id
        where m.tenant_id = p.tenant_id and m.pupil_id = p.id
          and m.valid_from <= :day and coalesce(m.valid_to, 'infinity') >= :day) as section
     from secretariat_pupils p
     where p.person_id = :person::uuid or p.id in (
       select l.pupil_id from guardian_links_on(:day::date) l
       join secretariat_guardians g on g.tenant_id = l.tenant_id and g.id = l.guardian_id
       where g.person_id = :person::uuid and l.may_read_register)
     order by p.surname, p.given_names, p.id`,
    { person: personId, day }
  )
  return rows
}
