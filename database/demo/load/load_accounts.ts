import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { hashPassword } from '../../../app/identity/passwords.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from '../accounts.ts'

/** Opens the demo accounts once; units that are not in this city are left out. */
export async function loadAccounts(): Promise<void> {
  const existing = await systemClient().from('identity_accounts').where('demo', true).select('login_name')
  const known = new Set(existing.map((row) => row.login_name as string))
  const missing = DEMO_ACCOUNTS.filter(({ login }) => !known.has(login))
  if (missing.length === 0) return
  const hash = await hashPassword(DEMO_PASSWORD)
  const tenants = await systemClient().from('tenancy_tenants').select('id', 'slug')
  const ids = new Map(tenants.map((tenant) => [tenant.slug as string, tenant.id as number]))
  for (const account of missing) await openAccount(account, hash, ids)
}

async function openAccount(account: DemoAccount, hash: string, tenants: Map<string, number>) {
  const roles = account.roles.filter(({ unit }) => tenants.has(unit))
  if (roles.length === 0) return
  await systemClient().transaction(async (trx) => {
    const [person] = await trx
      .table('core.identity_people')
      .insert({ given_names: account.givenNames, surname: account.surname, source: 'manual' })
      .returning('id')
    await trx
      .table('core.identity_accounts')
      .insert({ person_id: person.id, login_name: account.login, password_hash: hash, demo: true })
    await trx.table('core.identity_memberships').multiInsert(
      roles.map(({ unit, role }) => ({
        tenant_id: tenants.get(unit)!,
        person_id: person.id,
        role,
        valid_from: '2026-09-01',
        source: 'manual',
      }))
    )
  })
}
