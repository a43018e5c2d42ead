import type { Knex } from 'knex'
import { people } from '@unia/platform/people'
import { warsawDay } from '@unia/platform/values'
import { cityTenant } from './city.ts'

const ON_CALL_ROLES = ['it_operator', 'city_admin', 'security_officer', 'supplier']

/** People of the city's office who may be named as contacts, by name. */
export async function cityPeople(knex: Knex): Promise<{ value: string; label: string }[]> {
  const ids = await holders(knex, await cityTenant(knex), ON_CALL_ROLES)
  const collator = new Intl.Collator('pl')
  return [...(await people.byIds(ids)).values()]
    .map(({ id, givenNames, surname }) => ({ value: id, label: `${givenNames} ${surname}` }))
    .sort((a, b) => collator.compare(a.label, b.label))
}

export const directorsOf = (knex: Knex, tenantId: number) => holders(knex, tenantId, ['director'])

async function holders(knex: Knex, tenantId: number, roles: string[]): Promise<string[]> {
  const today = warsawDay()
  return knex('core.identity_memberships')
    .where({ tenant_id: tenantId })
    .whereIn('role', roles)
    .where('valid_from', '<=', today)
    .where((open) => open.whereNull('valid_to').orWhere('valid_to', '>=', today))
    .distinct('person_id')
    .pluck('person_id')
}
