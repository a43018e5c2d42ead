import type { ListQuery } from '../http/paging.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import type { Day } from '../values/days.ts'

export interface Member {
  id: string
  personId: string
  name: string
  loginName: string | null
  role: string
  validFrom: Day
  validTo: Day | null
  source: string
}

/** Families follow enrolment and are found in the secretariat; here are those who work in the unit. */
const FAMILY = ['pupil', 'guardian']
const SORTS: Record<string, string[]> = {
  name: ['p.surname', 'p.given_names', 'm.role'],
  role: ['m.role', 'p.surname', 'p.given_names'],
  validTo: ['m.valid_to', 'p.surname', 'p.given_names'],
}

/** Names stand in the city's register, which only the system role reads; hence the tenant in every query here. */
const membersOf = (tenantId: number) =>
  systemClient()
    .from('identity_memberships as m')
    .join('identity_people as p', 'p.id', 'm.person_id')
    .where('m.tenant_id', tenantId)
    .whereNotIn('m.role', FAMILY)
    .whereRaw(`coalesce(m.valid_to, 'infinity') >= (now() at time zone 'Europe/Warsaw')::date`)

export async function membersList(
  tenantId: number,
  list: ListQuery
): Promise<{ rows: Member[]; total: number }> {
  const query = membersOf(tenantId)
  if (list.filters.role) void query.where('m.role', list.filters.role)
  if (list.q) {
    void query.whereRaw(
      `core.fold(p.surname || ' ' || p.given_names || ' ' || p.surname) like '%' || core.fold(?) || '%'`,
      [list.q.replace(/[\\%_]/g, '\\$&')]
    )
  }
  const [{ total }] = await query.clone().count('* as total')
  const rows = await query
    .leftJoin('identity_accounts as a', 'a.person_id', 'p.id')
    .select('m.id', 'm.person_id as personId', 'm.role', 'm.source', 'a.login_name as loginName')
    .select('m.valid_from as validFrom', 'm.valid_to as validTo', 'p.surname', 'p.given_names')
    .orderBy(SORTS[list.sort.by]!.map((column) => ({ column, order: list.sort.direction })))
    .offset(list.offset)
    .limit(list.pageSize)
  return {
    rows: rows.map(
      ({ surname, given_names, ...row }) => ({ ...row, name: `${surname} ${given_names}` }) as Member
    ),
    total: Number(total),
  }
}

/** Everybody who works here, for choosing whom to give a role. */
export async function staffOf(tenantId: number): Promise<{ id: string; name: string }[]> {
  const rows = await membersOf(tenantId)
    .groupBy('p.id')
    .select('p.id', 'p.surname', 'p.given_names')
    .orderBy(['p.surname', 'p.given_names'])
  return rows.map((row) => ({ id: row.id, name: `${row.surname} ${row.given_names}` }))
}

/** Roles held here now, for the list's filter. */
export async function rolesHeldIn(tenantId: number): Promise<string[]> {
  const rows = await membersOf(tenantId).distinct('m.role')
  return rows.map((row) => row.role as string)
}
