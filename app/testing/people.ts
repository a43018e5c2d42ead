import { randomUUID } from 'node:crypto'
import type { Role } from '../access/roles.ts'
import { openSession } from '../identity/sessions.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { later } from './cleanup.ts'
import { owner } from './owner.ts'
import { theCity } from './units.ts'

export interface TestPerson {
  personId: string
  accountId: string
  /** Value of the session cookie. */
  token: string
}

/**
 * A person with an account, roles in a unit (or in the city) and an open, freshly confirmed session. Like a demo
 * account it is spared the second factor that a director must have, unless the test is about that.
 */
export async function personWith(
  roles: Role[],
  at: Tenant | 'city',
  { spared = true }: { spared?: boolean } = {}
): Promise<TestPerson> {
  const tenant = at === 'city' ? await theCity() : at
  const personId = await insert('identity_people', { given_names: 'Łucja', surname: 'Żak-Testowa' })
  const accountId = await insert('identity_accounts', {
    person_id: personId,
    login_name: `test-${randomUUID()}@example.org`,
    demo: spared,
  })
  for (const role of roles) await giveRole({ personId }, role, tenant)
  const account = { id: accountId, roles, secondFactor: false }
  const token = await openSession(account, { address: '127.0.0.1', userAgent: 'test' })
  later(() => removePerson(personId, accountId))
  return { personId, accountId, token }
}

/** One more role, valid from today. */
export async function giveRole({ personId }: { personId: string }, role: Role, at: Tenant | 'city') {
  const tenant = at === 'city' ? await theCity() : at
  await systemClient()
    .table('core.identity_memberships')
    .insert({ tenant_id: tenant.id, person_id: personId, role, valid_from: '2020-01-01' })
}

async function insert(table: string, row: object): Promise<string> {
  const [created] = await systemClient().table(`core.${table}`).insert(row).returning('id')
  return (created as { id: string }).id ?? created
}

async function removePerson(personId: string, accountId: string) {
  await owner().from('core.identity_memberships').where('person_id', personId).delete()
  await owner().from('core.identity_accounts').where('id', accountId).delete()
  await owner().from('core.identity_people').where('id', personId).delete()
}
