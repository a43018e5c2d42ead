import type { Knex } from 'knex'

/** Where a unit stands: WGS 84 degrees; `approximate` when only its district is known. */
export interface UnitPlace {
  lat: number
  lon: number
  approximate: boolean
  district: string | null
}

interface Row {
  tenant: string
  district: string | null
  geo: { lat: number; lon: number; precision: string }
}

/** Places by slug of the tenant. A complex of several units stands where its eponymous unit does, else where the first does. */
export async function unitPlaces(knex: Knex): Promise<Record<string, UnitPlace>> {
  const rows: Row[] = await knex('core.tenancy_units as u')
    .join('core.tenancy_tenants as t', 't.id', 'u.tenant_id')
    .whereNotNull('u.geo')
    .orderByRaw('u.slug = t.slug, u.slug desc')
    .select('t.slug as tenant', 'u.district', 'u.geo')
  return Object.fromEntries(
    rows.map(({ tenant, district, geo }) => [
      tenant,
      { lat: geo.lat, lon: geo.lon, approximate: geo.precision !== 'address', district },
    ])
  )
}
