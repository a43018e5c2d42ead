import db from '@adonisjs/lucid/services/db'
import type { ChildDto } from '#secretariat/contract'

/** The pupils that a person may ask about on a day: their children, and they themself when they are a pupil. */
export async function childrenOf(personId: string, day: string): Promise<ChildDto[]> {
  const { rows } = await db.rawQuery<{ rows: ChildDto[] }>(
    `select * from (
       select p.id, p.person_id as "personId", p.surname, p.given_names as "givenNames", l.kinship,
         l.may_read_register as "mayReadRegister", l.may_excuse as "mayExcuse", l.may_collect as "mayCollect",
         l.legal_representative as "legalRepresentative", l.may_see_address as "maySeeAddress"
       from guardian_links_on(:day::date) l
       join secretariat_guardians g on g.tenant_id = l.tenant_id and g.id = l.guardian_id
       join secretariat_pupils p on p.tenant_id = l.tenant_id and p.id = l.pupil_id
       where g.person_id = :person::uuid
       union all
       select p.id, p.person_id, p.surname, p.given_names, 'self', true, false, false, false, true
       from secretariat_pupils p where p.person_id = :person::uuid) child
     order by surname, "givenNames", id`,
    { day, person: personId }
  )
  return rows
}
