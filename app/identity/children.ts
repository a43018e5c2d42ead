import { systemClient } from '../tenancy/tenancy.ts'
import type { Day } from '../values/days.ts'

export interface Child {
  personId: string
  name: string
  birthDate: Day | null
  /** Where the guardian's role is held now. */
  units: { slug: string; name: string }[]
}

/**
 * The children a person is guardian of today, across all units, by name (P1). Who lost the right to a child does not
 * have it here.
 */
export async function childrenOf(personId: string): Promise<Child[]> {
  const { rows } = await systemClient().rawQuery<{ rows: Child[] }>(
    `select c.id as "personId", c.given_names || ' ' || c.surname as name, c.birth_date as "birthDate",
            json_agg(distinct jsonb_build_object('slug', t.slug, 'name', t.short_name)) as units
     from core.identity_memberships m
     join core.identity_people c on c.id = m.about_person_id
     join core.tenancy_tenants t on t.id = m.tenant_id and t.status = 'open'
     where m.person_id = ? and m.role = 'guardian'
       and (now() at time zone 'Europe/Warsaw')::date between m.valid_from and coalesce(m.valid_to, 'infinity')
     group by c.id order by c.given_names, c.id`,
    [personId]
  )
  return rows
}
