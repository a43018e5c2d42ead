import type { Knex } from 'knex'
import { INCIDENTS } from '#ops/alarms/incident'
import { TIMELINE } from '#ops/alarms/timeline'
import type { DeviceKind } from '#ops/inventory/device'

export interface ImpactRow {
  deviceId: string
  kind: DeviceKind
  shortName: string
  from: string
  to: string | null
}

export interface TimelineRow {
  id: string
  at: string
  kind: string
  actor: string | null
  details: Record<string, unknown>
}

export type IncidentPage = NonNullable<Awaited<ReturnType<typeof incidentPage>>>

/** An incident with what it drags down and all that happened to it; null when the scope has none of that id. */
export async function incidentPage(knex: Knex, id: string) {
  const one = await knex(`${INCIDENTS} as i`)
    .join('core.tenancy_tenants as t', 't.id', 'i.tenant_id')
    .leftJoin('ops_console.ops_console_devices as d', { 'd.tenant_id': 'i.tenant_id', 'd.id': 'i.device_id' })
    .where('i.id', id)
    .first('i.*', 'd.kind', 'd.rollout', 'd.model', 't.slug', 't.short_name', 't.name as unit_name')
  if (!one) return null
  const impacts = await impactRows(knex, id)
  return {
    incident: {
      ...{ id: one.id, tenantId: one.tenant_id, deviceId: one.device_id, kind: one.kind, model: one.model },
      ...{ unit: one.slug, shortName: one.short_name, unitName: one.unit_name, rollout: one.rollout },
      ...{ check: one.check_code, instance: one.instance, severity: one.severity, fact: one.fact },
      ...{ openedAt: iso(one.opened_at)!, lastSeenAt: iso(one.last_seen_at)!, closedAt: iso(one.closed_at) },
      ...{ closeReason: one.close_reason, closeNote: one.close_note, attributedId: one.attributed_id },
      ...{ reopened: one.reopened, occurrences: one.occurrences, selfClearing: one.self_clearing },
      ...{ owner: one.acknowledged_name, comment: one.acknowledged_comment },
      ...{ acknowledgedAt: iso(one.acknowledged_at), acknowledgedUntil: iso(one.acknowledged_until) },
      ...{ supplier: one.supplier, ticket: one.ticket },
    },
    impacts,
    kinds: countKinds(impacts),
    timeline: await timelineRows(knex, one.tenant_id, id),
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

async function impactRows(knex: Knex, id: string): Promise<ImpactRow[]> {
  const rows = await knex('ops_console.ops_console_impacts as m')
    .join('ops_console.ops_console_devices as d', { 'd.tenant_id': 'm.tenant_id', 'd.id': 'm.device_id' })
    .join('core.tenancy_tenants as t', 't.id', 'm.tenant_id')
    .where({ incident_id: id })
    .orderByRaw(`m.to_at is not null, t.short_name collate "pl-x-icu", d.kind, m.from_at`)
    .select('d.id as deviceId', 'd.kind', 't.short_name as shortName', 'm.from_at as from', 'm.to_at as to')
  return rows.map((row) => ({ ...row, from: iso(row.from)!, to: iso(row.to) }))
}

function countKinds(impacts: ImpactRow[]) {
  const seen = new Map<DeviceKind, Set<string>>()
  for (const { kind, deviceId } of impacts) seen.set(kind, (seen.get(kind) ?? new Set()).add(deviceId))
  return Object.fromEntries([...seen].map(([kind, ids]) => [kind, ids.size]))
}

async function timelineRows(knex: Knex, tenantId: number, id: string): Promise<TimelineRow[]> {
  const rows = await knex(TIMELINE)
    .where({ tenant_id: tenantId, incident_id: id })
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(300)
    .select('id', 'at', 'kind', 'actor_name as actor', 'details')
  return rows.map((row) => ({ ...row, id: String(row.id), at: iso(row.at)! }))
}
