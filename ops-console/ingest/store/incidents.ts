import type { Knex } from 'knex'
import { Incident } from '#ops/alarms/incident'
import type { Wanted } from '#ops/alarms/wanted'

/** What messages tell of a device, beside what polls tell. */
const CHECKS = ['event_storm', 'clock_skew']

export interface EventIncidents {
  tenantId: number
  deviceId: string
  wanted: Wanted[]
}

/**
 * Opens what messages call for, keeps its figures up to date, closes what they no longer call for. One open incident
 * per device and check; those of other origin are left alone.
 */
export async function keepEventIncidents(knex: Knex, devices: readonly EventIncidents[], now: Date) {
  if (!devices.length) return
  const open = await Incident.query(knex)
    .whereIn(
      'device_id',
      devices.map(({ deviceId }) => deviceId)
    )
    .whereIn('check_code', CHECKS)
    .whereNull('closed_at')
  for (const { tenantId, deviceId, wanted } of devices) {
    const mine = open.filter((one) => one.device_id === deviceId)
    for (const one of mine) {
      const still = wanted.find(({ check }) => check === one.check_code)
      await change(knex, one, still ? { fact: still.fact } : { closed_at: now }, now)
    }
    for (const { check, severity, fact } of wanted) {
      if (mine.some((one) => one.check_code === check)) continue
      await Incident.query(knex).insert({
        ...{ tenant_id: tenantId, device_id: deviceId, check_code: check, severity, fact },
        ...{ opened_at: now, last_seen_at: now },
      })
    }
  }
}

const change = (knex: Knex, { tenant_id, id }: Incident, what: Partial<Incident>, now: Date) =>
  Incident.query(knex)
    .where({ tenant_id, id })
    .patch({ ...what, last_seen_at: now })
