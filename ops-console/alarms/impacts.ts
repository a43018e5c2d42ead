import type { Knex } from 'knex'
import type { DeviceKind } from '#ops/inventory/device'
import { groupBy } from './group_by.ts'
import { IMPACTS, INCIDENTS } from './incident.ts'
import type { DeviceIncidents, Plan } from './plan.ts'
import type { TimelineEntry } from './timeline.ts'

/** An entity that is cut off now, and by which incident; `closedAt` when that is over already. */
export interface OpenImpact {
  incidentTenantId: number
  incidentId: string
  closedAt: Date | null
}

interface Affected {
  tenant_id: number
  device_id: string
  incident_tenant_id: number
  incident_id: string
}

/** Impacts that last, by entity. */
export async function openImpacts(trx: Knex, ids: string[]): Promise<Map<string, OpenImpact>> {
  const rows = await trx(`${IMPACTS} as m`)
    .join(`${INCIDENTS} as i`, { 'i.tenant_id': 'm.incident_tenant_id', 'i.id': 'm.incident_id' })
    .whereRaw('m.device_id = any(?)', [ids])
    .whereNull('m.to_at')
    .select('m.device_id', 'm.incident_tenant_id', 'm.incident_id', 'i.closed_at')
  return new Map(
    rows.map((row) => [
      row.device_id,
      { incidentTenantId: row.incident_tenant_id, incidentId: row.incident_id, closedAt: row.closed_at },
    ])
  )
}

/**
 * Writes what is cut off as impact of the open incident of what is down above it. `roots` says, by entity, which
 * incident its own ones belong to; an entity whose cause has no incident yet is not among them.
 */
export async function attribute(
  trx: Knex,
  cut: DeviceIncidents[],
  over: Plan['over'],
  impacts: Map<string, OpenImpact>,
  now: Date
) {
  const causes = await causesOf(trx, [...new Set(cut.flatMap(({ cutOffBy }) => cutOffBy!))])
  const roots = new Map<string, { tenantId: number; id: string }>()
  for (const { deviceId, cutOffBy } of cut) {
    const cause = cutOffBy!.map((id) => causes.get(id)).find(Boolean)
    if (cause) roots.set(deviceId!, cause)
  }
  const since = new Map(over.map(({ device, incident }) => [device.deviceId, incident.opened_at]))
  const moved = cut.filter(({ deviceId }) => {
    const root = roots.get(deviceId!)
    return root && impacts.get(deviceId!)?.incidentId !== root.id
  })
  const left = moved.filter(({ deviceId }) => impacts.has(deviceId!))
  await endImpacts(trx, left, now)
  const added: Affected[] = moved.length
    ? await trx(IMPACTS)
        .insert(
          moved.map(({ tenantId, deviceId }) => ({
            ...{ tenant_id: tenantId, device_id: deviceId, from_at: since.get(deviceId) ?? now },
            ...{ incident_tenant_id: roots.get(deviceId!)!.tenantId, incident_id: roots.get(deviceId!)!.id },
          }))
        )
        .returning(['tenant_id', 'device_id', 'incident_tenant_id', 'incident_id'])
    : []
  return { roots, impacted: await described(trx, added, 'added', now) }
}

/** Ends what lasts of these entities' impacts. */
export async function endImpacts(trx: Knex, devices: DeviceIncidents[], now: Date) {
  if (!devices.length) return { devices: [], events: [] }
  const ended: Affected[] = await trx(IMPACTS)
    .whereRaw('device_id = any(?)', [devices.flatMap(({ deviceId }) => deviceId ?? [])])
    .whereNull('to_at')
    .update({ to_at: now })
    .returning(['tenant_id', 'device_id', 'incident_tenant_id', 'incident_id'])
  return described(trx, ended, 'ended', now)
}

/** Open incidents of what is down, silence before anything else. */
async function causesOf(trx: Knex, ids: string[]) {
  if (!ids.length) return new Map<string, { tenantId: number; id: string }>()
  const rows = await trx(INCIDENTS)
    .whereRaw('device_id = any(?)', [ids])
    .whereNull('closed_at')
    .orderByRaw(`check_code = 'reachability', opened_at desc`)
    .select('tenant_id', 'id', 'device_id')
  return new Map(rows.map((row) => [row.device_id, { tenantId: row.tenant_id, id: row.id }]))
}

export interface ImpactedDevice {
  tenantId: number
  deviceId: string
  kind: DeviceKind
}

/** One line in the timeline for all entities of one incident, counted by kind. */
async function described(trx: Knex, rows: Affected[], change: 'added' | 'ended', now: Date) {
  if (!rows.length) return { devices: [] as ImpactedDevice[], events: [] as TimelineEntry[] }
  const kinds = new Map<string, DeviceKind>(
    (
      await trx('ops_console.ops_console_devices')
        .whereRaw('id = any(?)', [rows.map((row) => row.device_id)])
        .select('id', 'kind')
    ).map((row) => [row.id, row.kind])
  )
  const events = [...groupBy(rows, (row) => row.incident_id)].map(([incidentId, all]): TimelineEntry => ({
    ...{ tenantId: all[0]!.incident_tenant_id, incidentId, at: now, kind: 'impact' },
    details: { change, kinds: countBy(all.map((row) => kinds.get(row.device_id)!)) },
  }))
  const devices = rows.map((row): ImpactedDevice => ({
    ...{ tenantId: row.tenant_id, deviceId: row.device_id, kind: kinds.get(row.device_id)! },
  }))
  return { devices, events }
}

function countBy(kinds: DeviceKind[]): Partial<Record<DeviceKind, number>> {
  const counts: Partial<Record<DeviceKind, number>> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
