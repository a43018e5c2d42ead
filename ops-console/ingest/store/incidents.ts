import type { Knex } from 'knex'
import { Incident } from '#ops/alarms/incident'

/** An incident that the ingest wants open for a device. */
export interface WantedEventIncident {
  tenantId: number
  deviceId: string
  check: 'event_storm' | 'clock_skew'
  /** Values of the fact's text. */
  params: Record<string, number>
}

/** Opens the incident or brings its count up to date. One open incident per device and check. */
export async function raise(knex: Knex, { tenantId, deviceId, check, params }: WantedEventIncident, now: Date) {
  const fact = { code: check, params }
  const open = await Incident.query(knex).where({ device_id: deviceId, check_code: check }).whereNull('closed_at').first()
  if (open) {
    return Incident.query(knex)
      .where({ tenant_id: open.tenant_id, id: open.id })
      .patch({ fact: fact as never, last_seen_at: now })
  }
  return Incident.query(knex).insert({
    ...{ tenant_id: tenantId, device_id: deviceId, check_code: check, severity: 'warning' },
    ...{ fact: fact as never, opened_at: now, last_seen_at: now },
  })
}

export const clear = (knex: Knex, deviceId: string, check: WantedEventIncident['check'], now: Date) =>
  Incident.query(knex)
    .where({ device_id: deviceId, check_code: check })
    .whereNull('closed_at')
    .patch({ closed_at: now, last_seen_at: now })
