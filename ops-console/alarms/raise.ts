import type { Knex } from 'knex'
import type { Actor, IncidentKey } from './acknowledge.ts'
import { Incident, INCIDENTS } from './incident.ts'
import { keepIncidents } from './keep.ts'
import { publishChanges } from './publish.ts'
import { record } from './timeline.ts'
import type { Wanted } from './wanted.ts'

export interface Raised {
  tenantId: number
  deviceId: string
  wanted: Wanted
  /** Who says so: `syslog`, `trap`, `sepm` … Not `poll`, which judges by itself. */
  origin: string
}

/**
 * Opens an incident for something that is told once and does not clear itself (a threat in a log, a changed
 * certificate); the same again is counted. A person closes it, with a reason.
 *
 * @example await raiseIncident(trx, { tenantId, deviceId, origin: 'syslog', wanted: { check: 'threat', instance: id, severity: 'critical', fact } }, new Date())
 */
export async function raiseIncident(trx: Knex, { tenantId, deviceId, wanted, origin }: Raised, now: Date) {
  const others = await Incident.query(trx)
    .where({ tenant_id: tenantId, device_id: deviceId, origin })
    .whereNull('closed_at')
  const kept = others.map((one): Wanted => ({
    ...{ check: one.check_code, instance: one.instance, severity: one.severity, fact: one.fact },
  }))
  const isNew = (one: Wanted) =>
    one.check !== wanted.check || (one.instance ?? '') !== (wanted.instance ?? '')
  await keepIncidents(trx, [{ tenantId, deviceId, wanted: [...kept.filter(isNew), wanted] }], now, { origin })
  await trx(INCIDENTS)
    .where({ tenant_id: tenantId, device_id: deviceId, origin, self_clearing: true })
    .update({ self_clearing: false })
}

/** Closes by hand what cannot clear itself. `self_clearing`: it would only be opened again; `over`: it is closed. */
export async function closeByHand(
  trx: Knex,
  { tenantId, id }: IncidentKey,
  { by, reason }: { by: Actor; reason: string },
  now: Date
): Promise<'closed' | 'over' | 'self_clearing'> {
  const incident = await Incident.query(trx).findById([tenantId, id]).forUpdate()
  if (!incident || incident.closed_at) return 'over'
  if (incident.self_clearing && !(await isGone(trx, incident))) return 'self_clearing'
  const closed = { closed_at: now, close_reason: 'manual' as const, close_note: reason, closed_name: by.name }
  await Incident.query(trx).where({ tenant_id: tenantId, id }).patch(closed)
  const details = { reason: 'manual', note: reason }
  await record(trx, [{ tenantId, incidentId: id, at: now, kind: 'closed', actor: by, details }])
  const over = { ...incident, ...closed } as unknown as Incident
  await publishChanges(trx, { opened: [], closed: [over], cutOff: [], freed: [] }, now)
  return 'closed'
}

/** Nobody asks an entity that was retired, so nobody would ever close what it left. */
async function isGone(trx: Knex, { tenant_id, device_id }: Incident): Promise<boolean> {
  if (!device_id) return false
  const device = await trx('ops_console.ops_console_devices')
    .where({ tenant_id, id: device_id })
    .first('rollout')
  return !device || !['installed', 'pilot', 'live'].includes(device.rollout)
}
