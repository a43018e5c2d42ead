import { systemClient } from '../tenancy/tenancy.ts'
import { tenants } from '../tenancy/tenants.ts'

export interface CityRoleHolder {
  id: string
  name: string
  loginName: string | null
  role: string
  validTo: string | null
}

export async function cityRoleHolders(): Promise<CityRoleHolder[]> {
  const { rows } = await systemClient().rawQuery<{ rows: CityRoleHolder[] }>(
    `select m.id, p.surname || ' ' || p.given_names as name, a.login_name as "loginName", m.role, m.valid_to as "validTo"
     from core.identity_memberships m join core.identity_people p on p.id = m.person_id
     left join core.identity_accounts a on a.person_id = p.id
     where m.tenant_id = ? and coalesce(m.valid_to, 'infinity') >= (now() at time zone 'Europe/Warsaw')::date
     order by p.surname, p.given_names, m.role`,
    [tenants.cityId] as never
  )
  return rows
}

export async function personByLogin(login: string): Promise<string | null> {
  const row = await systemClient()
    .from('identity_accounts')
    .where('login_name', login.trim().toLowerCase())
    .where('state', 'active')
    .select('person_id')
    .first()
  return row?.person_id ?? null
}
