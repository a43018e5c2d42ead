import type { Knex } from 'knex'

/** Of `/licenses/summary`; the date in milliseconds since 1970. */
export interface LicenceSummary {
  ordered_quantity?: number
  unexpired_seats?: number
  service_expiration_date?: number
}

export function licenceDays(licence: LicenceSummary | null, at: Date): number | null {
  const expires = licence?.service_expiration_date
  return expires === undefined ? null : Math.floor((expires - at.getTime()) / 86_400_000)
}

/** Seats of the whole city; one row, of the city's tenant. */
export async function keepLicence(knex: Knex, tenantId: number, licence: LicenceSummary | null, at: Date) {
  if (!licence) return
  const expires = licence.service_expiration_date
  await knex('ops_console.ops_console_licences')
    .insert({
      tenant_id: tenantId,
      ordered: licence.ordered_quantity ?? null,
      unexpired: licence.unexpired_seats ?? null,
      expires_on: expires === undefined ? null : new Date(expires).toISOString().slice(0, 10),
      read_at: at,
    })
    .onConflict(['tenant_id'])
    .merge(['ordered', 'unexpired', 'expires_on', 'read_at'])
}
