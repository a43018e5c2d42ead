import type { Knex } from 'knex'
import { publish } from '@unia/platform/bus'
import { incidentClosed, incidentOpened, unitConnectivityChanged } from '#ops/contract'
import type { ImpactedDevice } from './impacts.ts'
import type { Incident } from './incident.ts'

export interface Published {
  opened: Incident[]
  closed: Incident[]
  cutOff: ImpactedDevice[]
  freed: ImpactedDevice[]
}

/** What `publish` needs, over the transaction at hand: the fact exists if and only if the change does. */
const writerOf = (trx: Knex) => ({
  query: async <Row>(sql: string, bindings: readonly unknown[] = []): Promise<Row[]> =>
    (await trx.raw(sql, bindings as Knex.RawBinding[])).rows,
})

/** Tells other parts of the city which incidents began or ended, and which units lost or have their connection. */
export async function publishChanges(trx: Knex, changes: Published, now: Date) {
  const { opened, closed, cutOff, freed } = changes
  const touched = [...opened, ...closed]
  if (!touched.length && !cutOff.length && !freed.length) return
  const slugs = await slugsOf(trx, [
    ...touched.map((one) => one.tenant_id),
    ...[...cutOff, ...freed].map((one) => one.tenantId),
  ])
  const at = now.toISOString()
  const writer = writerOf(trx)
  const told = (event: typeof incidentOpened | typeof incidentClosed, one: Incident) => {
    const unit = slugs.get(one.tenant_id)!
    const { id: incidentId, check_code: check, severity, device_id: deviceId } = one
    const data = { incidentId, unit, check, severity, at, ...(deviceId && { deviceId }) }
    return publish(event, { subject: `incident/${incidentId}`, tenant: unit, data }, writer)
  }
  for (const one of opened) await told(incidentOpened, one)
  for (const one of closed) await told(incidentClosed, one)
  for (const [tenantId, connected] of connectivity(await edgesOf(trx, touched), changes)) {
    const unit = slugs.get(tenantId)!
    const data = { unit, connected, since: at }
    await publish(unitConnectivityChanged, { subject: `unit/${unit}`, tenant: unit, data }, writer)
  }
}

/**
 * A unit is connected while its firewall answers. It loses the connection by an incident of the firewall's own or by one
 * above it; going from the first to the second changes nothing.
 */
export function connectivity(edges: ReadonlySet<string>, { opened, closed, cutOff, freed }: Published) {
  const isEdge = ({ device_id: id, check_code: check }: Incident) =>
    check === 'reachability' && id !== null && edges.has(id)
  const before = new Set([...closed.filter(isEdge).map(tenant), ...freed.filter(edge).map(owner)])
  const after = new Set([...opened.filter(isEdge).map(tenant), ...cutOff.filter(edge).map(owner)])
  return [
    ...[...after].filter((id) => !before.has(id)).map((id) => [id, false] as const),
    ...[...before].filter((id) => !after.has(id)).map((id) => [id, true] as const),
  ]
}

const tenant = (incident: Incident) => incident.tenant_id
const owner = (device: ImpactedDevice) => device.tenantId
const edge = ({ kind }: ImpactedDevice) => kind === 'edge'

async function edgesOf(trx: Knex, incidents: Incident[]): Promise<Set<string>> {
  const ids = incidents
    .filter((one) => one.check_code === 'reachability')
    .flatMap((one) => one.device_id ?? [])
  if (!ids.length) return new Set()
  const rows = await trx('ops_console.ops_console_devices')
    .where({ kind: 'edge' })
    .whereRaw('id = any(?)', [ids])
    .pluck('id')
  return new Set(rows)
}

async function slugsOf(trx: Knex, ids: number[]): Promise<Map<number, string>> {
  const rows = await trx('core.tenancy_tenants')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'slug')
  return new Map(rows.map((row) => [row.id, row.slug]))
}
