import { systemClient } from '../tenancy/tenancy.ts'
import { childrenOf } from './children.ts'

export interface Member {
  name: string
  birthDate: string | null
  accountId: string | null
  loginName: string | null
}

/** Somebody who holds a role in a unit today or within 14 days; null for everybody else. */
export async function memberHere(personId: string, tenantId: number): Promise<Member | null> {
  const { rows } = await systemClient().rawQuery<{ rows: Member[] }>(
    `select p.given_names || ' ' || p.surname as name, p.birth_date as "birthDate", a.id as "accountId", a.login_name as "loginName"
     from core.identity_people p left join core.identity_accounts a on a.person_id = p.id
     where p.id = ? and exists (select from core.identity_memberships m where m.person_id = p.id and m.tenant_id = ?
       and (now() at time zone 'Europe/Warsaw')::date between m.valid_from - 14 and coalesce(m.valid_to, 'infinity'))`,
    [personId, tenantId] as never
  )
  return rows[0] ?? null
}

/** Days one of which somebody must know besides their code: a parent the children's, others their own. */
export async function birthDatesFor(personId: string): Promise<string[]> {
  const children = (await childrenOf(personId)).flatMap(({ birthDate }) => birthDate ?? [])
  if (children.length > 0) return children
  const own = await systemClient().from('identity_people').where('id', personId).select('birth_date').first()
  return own?.birth_date ? [own.birth_date] : []
}
