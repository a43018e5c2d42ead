import type { ListQuery } from '../http/paging.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import type { Day } from '../values/days.ts'

export type Need =
  'no_invitation' | 'expired' | 'bounced' | 'asked' | 'invited' | 'never' | 'ending' | 'disabled' | 'active'

export interface DeskPerson {
  personId: string
  name: string
  roles: string[]
  need: Need
  loginName: string | null
  lastLoginAt: string | null
  invitedAt: string | null
  expiresAt: string | null
  endsOn: Day | null
}

/** Whose access ends within so many days is shown as ending. */
const ENDING_DAYS = 30
const SORTS: Record<string, string> = {
  name: 'surname, given_names',
  lastLogin: 'last_login_at',
  endsOn: 'ends_on',
}

/** Names stand in the city's register, which only the system role reads; hence the unit in the query. */
const PEOPLE = `
  select x.*, case
      when account_state = 'disabled' then 'disabled'
      when account_id is null and invited_at is null then 'no_invitation'
      when account_id is null and asked_again_at is not null then 'asked'
      when account_id is null and send_error is not null then 'bounced'
      when account_id is null and expires_at <= now() then 'expired'
      when account_id is null then 'invited'
      when last_login_at is null then 'never'
      when ends_on <= (now() at time zone 'Europe/Warsaw')::date + ${ENDING_DAYS} then 'ending'
      else 'active' end as need
  from (
    select p.id, p.given_names, p.surname, a.id as account_id, a.state as account_state, a.login_name, a.last_login_at,
           m.roles, m.ends_on, i.created_at as invited_at, i.expires_at, i.send_error, i.asked_again_at
    from (select person_id, array_agg(distinct role order by role) as roles,
                 nullif(max(coalesce(valid_to, 'infinity')), 'infinity') as ends_on
          from core.identity_memberships
          where tenant_id = ? and coalesce(valid_to, 'infinity') >= (now() at time zone 'Europe/Warsaw')::date
            and valid_from <= (now() at time zone 'Europe/Warsaw')::date + 14
          group by person_id) m
    join core.identity_people p on p.id = m.person_id
    left join core.identity_accounts a on a.person_id = p.id
    left join lateral (select * from core.identity_invitations i
      where i.tenant_id = ? and i.person_id = p.id and i.kind = 'account' and i.revoked_at is null
      order by i.created_at desc limit 1) i on true) x`

/** People of a unit, 14 days ahead, with what each of them needs so that they can log in. */
export async function deskPeople(
  tenantId: number,
  list: Pick<ListQuery, 'q' | 'filters' | 'sort' | 'offset' | 'pageSize'>
): Promise<{ rows: DeskPerson[]; total: number }> {
  const { where, bindings } = conditions(list)
  const from = `from (${PEOPLE}) d where ${where}`
  const { rows } = await systemClient().rawQuery(
    `select *, count(*) over () as total ${from} order by ${ordered(list)} limit ? offset ?`,
    [tenantId, tenantId, ...bindings, list.pageSize, list.offset] as never
  )
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row: Record<string, never>) => ({
      ...{ personId: row.id, name: `${row.surname} ${row.given_names}`, roles: row.roles, need: row.need },
      ...{ loginName: row.login_name, lastLoginAt: iso(row.last_login_at), invitedAt: iso(row.invited_at) },
      ...{ expiresAt: iso(row.expires_at), endsOn: row.ends_on },
    })),
  }
}

/** How many people of a unit need what. */
export async function deskFigures(tenantId: number): Promise<Partial<Record<Need, number>>> {
  const { rows } = await systemClient().rawQuery(
    `select need, count(*)::integer as n from (${PEOPLE}) d group by need`,
    [tenantId, tenantId]
  )
  return Object.fromEntries(rows.map(({ need, n }: { need: Need; n: number }) => [need, n]))
}

function conditions({ q, filters }: Pick<ListQuery, 'q' | 'filters'>) {
  const parts: [string, unknown][] = []
  if (filters.need) parts.push(['need = ?', filters.need])
  if (filters.role) parts.push(['? = any (roles)', filters.role])
  for (const word of q.split(/\s+/).filter(Boolean))
    parts.push([
      `core.fold(given_names || ' ' || surname) like '%' || core.fold(?) || '%'`,
      word.replaceAll(/[%_\\]/g, ''),
    ])
  return {
    where: parts.map(([sql]) => sql).join(' and ') || 'true',
    bindings: parts.map(([, value]) => value),
  }
}

const ordered = ({ sort }: Pick<ListQuery, 'sort'>) =>
  SORTS[sort.by]!.split(', ')
    .map((column) => `${column} ${sort.direction === 'desc' ? 'desc' : 'asc'} nulls last`)
    .concat('id')
    .join(', ')

const iso = (instant: Date | null) => (instant === null ? null : instant.toISOString())
