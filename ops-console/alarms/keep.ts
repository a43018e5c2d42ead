import type { Knex } from 'knex'
import { Incident } from './incident.ts'
import type { Wanted } from './wanted.ts'

/** An incident that ended less than this ago is opened again instead of a new one. */
const REOPEN_WITHIN_MS = 10 * 60_000

export interface DeviceIncidents {
  tenantId: number
  deviceId: string
  wanted: Wanted[]
  /** Entities that are down above it, when every way to it is closed. */
  cutOffBy?: string[]
}

/** Opens what is wanted and not open, closes what is open and no longer wanted. Works from the tables alone. */
export async function keepIncidents(trx: Knex, devices: readonly DeviceIncidents[], now: Date) {
  if (!devices.length) return
  const open = await Incident.query(trx)
    .whereIn(
      'device_id',
      devices.map((device) => device.deviceId)
    )
    .whereNull('closed_at')
  for (const device of devices) {
    const mine = open.filter((incident) => incident.device_id === device.deviceId)
    for (const incident of mine) {
      if (!device.wanted.some((one) => one.check === incident.check_code)) await close(trx, incident, now)
    }
    for (const one of new Map(device.wanted.map((one) => [one.check, one])).values()) {
      if (!mine.some((incident) => incident.check_code === one.check)) await openOne(trx, device, one, now)
    }
  }
}

const close = (trx: Knex, { tenant_id, id }: Incident, now: Date) =>
  Incident.query(trx).where({ tenant_id, id }).patch({ closed_at: now, last_seen_at: now })

async function openOne(trx: Knex, device: DeviceIncidents, wanted: Wanted, now: Date) {
  const key = { tenant_id: device.tenantId, device_id: device.deviceId, check_code: wanted.check }
  const change = { severity: wanted.severity, fact: wanted.fact, last_seen_at: now }
  const recent = await Incident.query(trx)
    .where(key)
    .where('closed_at', '>', new Date(now.getTime() - REOPEN_WITHIN_MS))
    .orderBy('closed_at', 'desc')
    .first()
  if (!recent) return Incident.query(trx).insert({ ...key, ...change, opened_at: now })
  return Incident.query(trx)
    .where({ tenant_id: recent.tenant_id, id: recent.id })
    .patch({ ...change, closed_at: null, reopened: recent.reopened + 1 })
}
