import type { Knex } from 'knex'

/** Short names by slug, for places too narrow for the full one. */
export async function unitNames(knex: Knex): Promise<Record<string, string>> {
  const rows: { slug: string; short_name: string }[] = await knex('core.tenancy_tenants').select(
    'slug',
    'short_name'
  )
  return Object.fromEntries(rows.map((one) => [one.slug, one.short_name]))
}
