import { readFileSync } from 'node:fs'
import pg from 'pg'
import { DEMO_PASSWORD } from '../../database/demo/accounts.ts'
import { language } from '../messages.ts'

export interface DemoAccount {
  login: string
  password: string
  role: string
  unit: string
}

const QUERY = `
  select a.login_name as login, array_agg(distinct m.role) as roles,
    array_agg(distinct coalesce(t.short_name, t.name)) as units
  from core.identity_accounts a
  join core.identity_memberships m on m.person_id = a.person_id
  join core.tenancy_tenants t on t.id = m.tenant_id
  where a.demo and a.state = 'active'
  group by a.id, a.login_name, a.created_at
  order by a.created_at, a.login_name`

/** Demo accounts that can log in, with roles and units in words. */
export async function demoAccounts(ownerUrl: string): Promise<DemoAccount[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ login: string; roles: string[]; units: string[] }>(QUERY)
    const words = roleNames()
    return rows.map(({ login, roles, units }) => ({
      login,
      password: DEMO_PASSWORD,
      role: roles.map((role) => words[`core.role.${role}`] ?? role).join(', '),
      unit: units.join(', '),
    }))
  } finally {
    await client.end()
  }
}

function roleNames(): Record<string, string> {
  const path = new URL(`../../app/http/messages/${language}.json`, import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}
