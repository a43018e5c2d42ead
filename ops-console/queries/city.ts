import type { Knex } from 'knex'

const CITY = 'um-lublin'

/** Tenant of the city's office: what belongs to no school is its. @throws when the city has none */
export async function cityTenant(knex: Knex): Promise<number> {
  const row = await knex('core.tenancy_tenants').where({ slug: CITY }).first('id')
  if (!row) throw Object.assign(new Error(`The unit ${CITY} is missing`), { code: 'E_NO_CITY' })
  return row.id
}

/** Units that have something to watch, as a form offers them. */
export const watchedUnits = (knex: Knex): Promise<{ value: string; label: string }[]> =>
  knex('core.tenancy_tenants as t')
    .whereExists(
      knex('ops_console.ops_console_devices as d')
        .whereRaw('d.tenant_id = t.id')
        .whereNot('rollout', 'retired')
    )
    .orderByRaw('t.short_name collate "pl-x-icu"')
    .select('t.slug as value', 't.short_name as label')
