import type { Knex } from 'knex'
import { attribute, endImpacts, openImpacts, type OpenImpact } from './impacts.ts'
import { Incident, INCIDENTS, type CloseReason } from './incident.ts'
import { isQuiet, plan, SILENCE, type DeviceIncidents, type Plan } from './plan.ts'
import { publishChanges, type Published } from './publish.ts'
import { record, type TimelineEntry } from './timeline.ts'

export type { DeviceIncidents } from './plan.ts'

/** An incident that ended less than this ago is opened again instead of a new one. */
const REOPEN_WITHIN_MS = 10 * 60_000

/** After a cause has ended, what hung on it has this long to answer before its silence counts as its own. */
export const GRACE_MS = 90_000

/** What a changed incident needs for its timeline and its event. */
export type Changed = Incident & { was?: 'opened' | 'reopened' }

/**
 * Opens what is wanted and not open, counts what is seen again, closes what is no longer wanted; what is cut off is
 * written down as impact of the incident above it. Works from the tables alone, in the caller's transaction, with a
 * number of queries that does not grow with the entities; nothing is written while all is well.
 *
 * @param origin only incidents of this source are touched; several sources may judge one entity
 * @example await keepIncidents(trx, [{ tenantId, deviceId, wanted: wantedIncidents(memory), cutOffBy: [core] }], new Date())
 */
export async function keepIncidents(
  trx: Knex,
  devices: readonly DeviceIncidents[],
  now: Date,
  { origin = 'poll' } = {}
) {
  const ids = devices.flatMap(({ deviceId }) => deviceId ?? [])
  if (!ids.length) return
  const open = await Incident.query(trx)
    .whereRaw('device_id = any(?)', [ids])
    .where({ origin })
    .whereNull('closed_at')
  const impacts = origin === 'poll' ? await openImpacts(trx, ids) : new Map<string, OpenImpact>()
  const isHeld = (device: DeviceIncidents) => {
    const impact = impacts.get(device.deviceId ?? '')
    return impact !== undefined && !device.cutOffBy?.length && isRecent(impact, now)
  }
  const todo = plan(devices, open, isHeld)
  const cut = devices.filter((device) => device.cutOffBy?.length)
  const free = devices.filter(
    (device) =>
      impacts.has(device.deviceId ?? '') && !device.cutOffBy?.length && !wantsSilence(device, isHeld)
  )
  if (isQuiet(todo) && !cut.length && !free.length) return
  await settle(trx, todo, { cut, free, impacts, now, origin })
}

/** The console sees nothing (`since`), or sees again (null): one incident of its own, of no entity. */
export async function keepBlindness(trx: Knex, since: Date | null, now: Date) {
  const city = await trx('core.tenancy_tenants').where({ slug: 'um-lublin' }).first('id')
  if (!city) return
  const open = await Incident.query(trx)
    .where({ tenant_id: city.id, check_code: 'blind' })
    .whereNull('device_id')
    .whereNull('closed_at')
  const fact = { code: 'blind', params: { since: since?.getTime() ?? null } }
  const wanted = since ? [{ check: 'blind', severity: 'critical' as const, fact }] : []
  const todo = plan([{ tenantId: city.id, deviceId: null, wanted }], open)
  if (!isQuiet(todo)) await settle(trx, todo, { cut: [], free: [], impacts: new Map(), now, origin: 'poll' })
}

const isRecent = ({ closedAt }: OpenImpact, now: Date) =>
  closedAt === null || now.getTime() - closedAt.getTime() < GRACE_MS

const wantsSilence = (device: DeviceIncidents, isHeld: (device: DeviceIncidents) => boolean) =>
  isHeld(device) && device.wanted.some(({ check }) => SILENCE.includes(check))

interface Around {
  cut: DeviceIncidents[]
  free: DeviceIncidents[]
  impacts: Map<string, OpenImpact>
  now: Date
  origin: string
}

async function settle(trx: Knex, todo: Plan, { cut, free, impacts, now, origin }: Around) {
  const opened = await openAll(trx, todo.open, now, origin)
  const raised = await seenAgain(trx, todo.seen, now)
  const { roots, impacted } = await attribute(trx, cut, todo.over, impacts, now)
  const closed = await closeAll(trx, todo.over, opened, todo.seen, roots, now)
  const freed = await endImpacts(trx, free, now)
  await record(trx, [
    ...opened.map((one) => entry(one, one.was!, now, { severity: one.severity, fact: one.fact })),
    ...raised.map((one) => entry(one, 'severity', now, { severity: one.severity })),
    ...closed.map((one) =>
      entry(one, one.close_reason === 'attributed' ? 'attributed' : 'closed', now, {
        reason: one.close_reason,
        ...(one.attributed_id && { incidentId: one.attributed_id }),
      })
    ),
    ...impacted.events,
    ...freed.events,
  ])
  const changes: Published = { opened, closed, cutOff: impacted.devices, freed: freed.devices }
  await publishChanges(trx, changes, now)
}

const entry = (
  { tenant_id: tenantId, id: incidentId }: Incident,
  kind: TimelineEntry['kind'],
  at: Date,
  details: Record<string, unknown>
): TimelineEntry => ({ tenantId, incidentId, at, kind, details })

/** One statement reopens, one inserts, whatever their number. */
async function openAll(trx: Knex, wanted: Plan['open'], now: Date, origin: string): Promise<Changed[]> {
  if (!wanted.length) return []
  const rows = JSON.stringify(
    wanted.map(({ device, wanted: one }) => ({
      ...{ tenant_id: device.tenantId, device_id: device.deviceId, check_code: one.check },
      ...{ instance: one.instance ?? '', severity: one.severity, fact: one.fact },
    }))
  )
  const { rows: reopened } = await trx.raw(
    `with wanted as (${WANTED}), recent as (
       select distinct on (w.tenant_id, w.device_id, w.check_code, w.instance) i.tenant_id, i.id, w.severity, w.fact
       from wanted w join ${INCIDENTS} i on i.tenant_id = w.tenant_id and i.device_id is not distinct from w.device_id
         and i.check_code = w.check_code and i.instance = w.instance and i.closed_at > ?
       order by w.tenant_id, w.device_id, w.check_code, w.instance, i.closed_at desc)
     update ${INCIDENTS} i set closed_at = null, close_reason = null, close_note = null, closed_name = null,
       attributed_tenant_id = null, attributed_id = null, settled_at = null, severity = r.severity, fact = r.fact,
       last_seen_at = ?, reopened = i.reopened + 1, occurrences = i.occurrences + 1, episode = i.episode + 1,
       episode_at = ?, step = -1
     from recent r where i.tenant_id = r.tenant_id and i.id = r.id returning i.*`,
    [rows, new Date(now.getTime() - REOPEN_WITHIN_MS), now, now]
  )
  const { rows: fresh } = await trx.raw(
    `insert into ${INCIDENTS} (tenant_id, device_id, check_code, instance, severity, fact, origin, opened_at, last_seen_at, episode_at)
     select tenant_id, device_id, check_code, instance, severity, fact, ?, ?, ?, ? from (${WANTED}) w
     on conflict (tenant_id, device_id, check_code, instance) where closed_at is null do nothing returning *`,
    [origin, now, now, now, rows]
  )
  return [
    ...reopened.map((row: Incident) => ({ ...row, was: 'reopened' })),
    ...fresh.map((row: Incident) => ({ ...row, was: 'opened' })),
  ]
}

const WANTED = `select * from jsonb_to_recordset(?::jsonb) as x(tenant_id integer, device_id uuid, check_code text,
  instance text, severity text, fact jsonb)`

/** Counts them; answers with those that became more severe and so lost their acknowledgement. */
async function seenAgain(trx: Knex, seen: Plan['seen'], now: Date): Promise<Incident[]> {
  if (!seen.length) return []
  const rows = seen.map(({ incident, wanted, rise }) => ({
    ...{ tenant_id: incident.tenant_id, id: incident.id, severity: wanted.severity, fact: wanted.fact, rise },
  }))
  await trx.raw(
    `update ${INCIDENTS} i set last_seen_at = ?, occurrences = i.occurrences + 1, severity = s.severity, fact = s.fact
     from jsonb_to_recordset(?::jsonb) as s(tenant_id integer, id uuid, severity text, fact jsonb)
     where i.tenant_id = s.tenant_id and i.id = s.id`,
    [now, JSON.stringify(rows)]
  )
  const raised = seen.filter(({ rise }) => rise)
  if (!raised.length) return []
  const { rows: risen } = await trx.raw(
    `update ${INCIDENTS} set episode = episode + 1, episode_at = ?, step = -1, acknowledged_at = null,
       acknowledged_by = null, acknowledged_name = null, acknowledged_comment = null, acknowledged_until = null
     where id = any(?) returning *`,
    [now, raised.map(({ incident }) => incident.id)]
  )
  return risen
}

type Root = { tenantId: number; id: string }

async function closeAll(
  trx: Knex,
  over: Plan['over'],
  opened: Changed[],
  seen: Plan['seen'],
  roots: Map<string, Root>,
  now: Date
): Promise<Incident[]> {
  const standing = [...opened, ...seen.map(({ incident }) => incident)]
  const insteadOf = ({ device, instead }: Plan['over'][number]): Root | null => {
    const found =
      instead && standing.find((one) => one.device_id === device.deviceId && one.check_code === instead.check)
    return found ? { tenantId: found.tenant_id, id: found.id } : null
  }
  const ended = over
    .map((one) => ({ ...one, to: roots.get(one.device.deviceId ?? '') ?? insteadOf(one) }))
    // What is cut off while the cause is not known yet stays as it is until the cause is found.
    .filter(({ device, to }) => to || !device.cutOffBy?.length)
  if (!ended.length) return []
  const quiet = await restingStates(
    trx,
    ended.flatMap(({ device, to }) => (to ? [] : (device.deviceId ?? [])))
  )
  const rows = ended.map(({ device, incident, to }) => ({
    ...{ tenant_id: incident.tenant_id, id: incident.id },
    reason: (to ? 'attributed' : (quiet.get(device.deviceId ?? '') ?? 'recovered')) satisfies CloseReason,
    ...{ to_tenant: to?.tenantId ?? null, to_id: to?.id ?? null },
  }))
  const { rows: closed } = await trx.raw(
    `with over as (select * from jsonb_to_recordset(?::jsonb) as x(tenant_id integer, id uuid, reason text, to_tenant integer, to_id uuid)),
     moved as (update ops_console.ops_console_impacts m set incident_tenant_id = o.to_tenant, incident_id = o.to_id
       from over o where o.to_id is not null and m.incident_id = o.id and m.to_at is null)
     update ${INCIDENTS} i set closed_at = ?, close_reason = o.reason, attributed_tenant_id = o.to_tenant, attributed_id = o.to_id
     from over o where i.tenant_id = o.tenant_id and i.id = o.id returning i.*`,
    [JSON.stringify(rows), now]
  )
  return closed
}

/** Entities that are not to be looked at: their incidents end without anybody having recovered. */
async function restingStates(trx: Knex, ids: string[]): Promise<Map<string, CloseReason>> {
  if (!ids.length) return new Map()
  const rows: { device_id: string; state: string }[] = await trx('ops_console.ops_console_device_states')
    .whereRaw('device_id = any(?)', [ids])
    .whereIn('state', ['MAINTENANCE', 'DISABLED'])
    .select('device_id', 'state')
  return new Map(rows.map((row) => [row.device_id, row.state.toLowerCase() as CloseReason]))
}
