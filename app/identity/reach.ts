import { systemClient } from '../tenancy/tenancy.ts'

export interface Reach {
  personId: string
  accountId: string | null
  roles: string[]
  /** Facts their roles follow: pupils for guardians and pupils, sections for tutors. */
  keys: string[]
}

/** Everybody who holds one of the roles in a unit today, with an active account or none; one query for any number. */
export async function reachOf(tenantId: number, roles: string[]): Promise<Reach[]> {
  const { rows } = await systemClient().rawQuery<{ rows: Reach[] }>(
    `select m.person_id as "personId", a.id as "accountId", array_agg(distinct m.role) as roles,
            array_remove(array_agg(distinct m.source_key), null) as keys
     from core.identity_memberships m
     left join core.identity_accounts a on a.person_id = m.person_id and a.state = 'active'
     where m.tenant_id = ? and m.role = any (?)
       and (now() at time zone 'Europe/Warsaw')::date between m.valid_from and coalesce(m.valid_to, 'infinity')
     group by m.person_id, a.id`,
    [tenantId, roles] as never
  )
  return rows
}

/** How people are reached: what they confirmed themselves before what a unit wrote down. */
export async function reachableAt(
  personIds: string[]
): Promise<Map<string, { email: string | null; phone: string | null }>> {
  const { rows } = await systemClient().rawQuery<{
    rows: { id: string; email: string | null; phone: string | null }[]
  }>(
    `select person_id as id,
            (array_agg(value order by confirmed_at desc nulls last, created_at) filter (where kind = 'email'))[1] as email,
            (array_agg(value order by confirmed_at desc nulls last, created_at) filter (where kind = 'phone'))[1] as phone
     from core.identity_contacts where person_id = any (?::uuid[]) group by person_id`,
    [personIds] as never
  )
  return new Map(rows.map(({ id, email, phone }) => [id, { email, phone }]))
}
