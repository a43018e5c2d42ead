import type { Knex } from 'knex'
import type { Rollout } from '#ops/inventory/device'
import { INCIDENTS, type Incident } from './incident.ts'
import type { NoticeContent } from './notice.ts'

/** An incident with what is told of it. */
export type ToldIncident = Incident & {
  kind: string | null
  rollout: Rollout | null
  unit: string
  unit_name: string
}

/** Incidents with their entity and unit; the caller narrows them by `i.`. */
export const toldIncidents = (knex: Knex) =>
  knex(`${INCIDENTS} as i`)
    .join('core.tenancy_tenants as t', 't.id', 'i.tenant_id')
    .leftJoin('ops_console.ops_console_devices as d', { 'd.tenant_id': 'i.tenant_id', 'd.id': 'i.device_id' })
    .select('i.*', 'd.kind', 'd.rollout', 't.short_name as unit', 't.name as unit_name')

export const contentOf = (one: ToldIncident): NoticeContent => ({
  ...{ unit: one.unit, unitName: one.unit_name, entity: one.kind, check: one.check_code },
  ...{ instance: one.instance, severity: one.severity, fact: one.fact },
  openedAt: one.opened_at.toISOString(),
  closedAt: one.closed_at?.toISOString() ?? null,
})

export const silenceable = (one: ToldIncident) => ({
  ...{ tenantId: one.tenant_id, deviceId: one.device_id, kind: one.kind },
  ...{ check: one.check_code, severity: one.severity },
})
