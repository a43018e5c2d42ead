import type { Knex } from 'knex'
import { Incident } from '#ops/alarms/incident'
import { DeviceState } from '#ops/health/device_state'
import type { InterfaceRate } from '#ops/health/rates'
import type { Fact } from '#ops/health/states'
import type { DevicePlace } from './place.ts'

export interface TransitionView {
  at: string
  was: string
  became: string
  fact: Fact | null
}

export interface DeviceDetails {
  /** What discovery found: serial, software, versions, interfaces; empty before the first answer. */
  learnt: Record<string, unknown>
  interfaces: InterfaceRate[]
  /** Newest first. */
  transitions: TransitionView[]
  openIncidents: { check: string; severity: string; fact: Fact | null; openedAt: string; reopened: number }[]
}

/** What the page of one device shows beside its live state; null when the unit has no such device. */
export async function deviceDetails(
  knex: Knex,
  { tenantId, deviceId }: DevicePlace,
  transitions = 50
): Promise<DeviceDetails | null> {
  const state = await DeviceState.query(knex).findById([tenantId, deviceId])
  if (!state) return null
  const place = { tenant_id: tenantId, device_id: deviceId }
  const changes = await knex('ops_console.ops_console_transitions')
    .where(place)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(transitions)
    .select('at', 'was', 'became', 'fact')
  const open = await Incident.query(knex).where(place).whereNull('closed_at').orderBy('opened_at')
  return {
    learnt: state.learnt,
    interfaces: state.interfaces,
    transitions: changes.map((one: { at: Date }) => ({ ...one, at: one.at.toISOString() }) as TransitionView),
    openIncidents: open.map((one) => ({
      check: one.check_code,
      severity: one.severity,
      fact: one.fact,
      openedAt: one.opened_at.toISOString(),
      reopened: one.reopened,
    })),
  }
}
