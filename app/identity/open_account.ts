import { isCityRole, isRole } from '../access/roles.ts'
import { CITY_SLUG } from '../tenancy/tenants.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { warsawDay } from '../values/days.ts'
import { hashPassword } from './passwords.ts'

export interface NewAccount {
  login: string
  givenNames: string
  surname: string
  role: string
  /** Slug of the unit. City roles live in the city's own tenant. */
  unit: string
  password: string
}

/** A person, an account and one membership from today, in one transaction. */
export async function openAccount(
  account: NewAccount
): Promise<'opened' | 'unknown_role' | 'wrong_place' | 'unknown_unit' | 'login_taken'> {
  const { role, unit, givenNames, surname } = account
  if (!isRole(role)) return 'unknown_role'
  if (isCityRole(role) !== (unit === CITY_SLUG)) return 'wrong_place'
  const login = account.login.trim().toLowerCase()
  const tenant = await systemClient().from('tenancy_tenants').where('slug', unit).select('id').first()
  if (!tenant) return 'unknown_unit'
  const taken = await systemClient().from('identity_accounts').where('login_name', login).select('id').first()
  if (taken) return 'login_taken'
  const hash = await hashPassword(account.password)
  await systemClient().transaction(async (trx) => {
    const people = trx.table('core.identity_people')
    const [person] = await people
      .insert({ given_names: givenNames, surname, source: 'manual' })
      .returning('id')
    const row = { person_id: person.id, login_name: login, password_hash: hash }
    await trx.table('core.identity_accounts').insert(row)
    await trx
      .table('core.identity_memberships')
      .insert({ tenant_id: tenant.id, person_id: person.id, role, valid_from: warsawDay(), source: 'manual' })
  })
  return 'opened'
}
