import type { Knex } from 'knex'
import { secretMarks } from '#ops/inventory/credentials'
import type { Device } from '#ops/inventory/device'
import type { TestAnswer } from '#ops/inventory/test_answer'

const DEVICES = 'ops_console.ops_console_devices'

export interface ParentChoice {
  value: string
  unit: string
  kind: Device['kind']
  name: string | null
  key: string
}

export interface LastTest {
  at: string
  by: string
  typed: boolean
  answers: TestAnswer[]
}

/** All that the card of an entity shows; secrets only as marks. */
export async function entityPage(knex: Knex, device: Device) {
  const owner = await knex('core.tenancy_tenants')
    .where({ id: device.tenant_id })
    .first('slug', 'short_name as shortName', 'name')
  const parents: string[] = await knex('ops_console.ops_console_parents')
    .where({ tenant_id: device.tenant_id, device_id: device.id })
    .distinct('parent_id')
    .pluck('parent_id')
  const assignments: { valid_from: Date; valid_to: Date | null }[] = await knex(
    'ops_console.ops_console_assignments'
  )
    .where({ device_id: device.id })
    .orderBy('valid_from', 'desc')
    .limit(10)
  return {
    entity: viewOf(device),
    // `unit` is the shell's own prop: the place one stands in.
    owner,
    parents,
    parentChoices: await parentChoices(knex, device),
    secrets: await secretMarks(knex, device.id),
    lastTest: await lastTest(knex, device.id),
    assignments: assignments.map(({ valid_from, valid_to }) => ({
      from: valid_from.toISOString(),
      to: valid_to?.toISOString() ?? null,
    })),
  }
}

export type EntityPage = Awaited<ReturnType<typeof entityPage>>

function viewOf(device: Device) {
  const { id, key, kind, name, model, serial, host, port, rollout, simulated, polled, origin } = device
  return {
    ...{ id, key, kind, name, model, serial, host, port, rollout, simulated, polled, origin },
    ...{ byHand: device.by_hand, wan: device.wan_interface, snmpVersion: device.snmp_version },
    ...{ snmp: device.snmp, api: device.api },
  }
}

/** What an entity may hang on: others of its unit and the city's core. */
export async function parentChoices(knex: Knex, device: Device): Promise<ParentChoice[]> {
  return knex(`${DEVICES} as d`)
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .whereNot('d.id', device.id)
    .whereNot('d.rollout', 'retired')
    .whereNotIn('d.kind', ['endpoints', 'sepm'])
    .where((query) => query.where('d.tenant_id', device.tenant_id).orWhere('d.kind', 'core'))
    .orderByRaw(`array_position(array['core','cpe','edge','switch','other'], d.kind), d.key`)
    .select('d.id as value', 't.short_name as unit', 'd.kind', 'd.name', 'd.key')
}

async function lastTest(knex: Knex, deviceId: string): Promise<LastTest | null> {
  const row = await knex('ops_console.ops_console_questions')
    .where({ device_id: deviceId, what: 'test' })
    .orderBy('at', 'desc')
    .first('at', 'asked_by_name', 'details')
  if (!row) return null
  return { at: row.at.toISOString(), by: row.asked_by_name, ...row.details }
}

/** Units of the city, as a form offers them. */
export const everyUnit = (knex: Knex): Promise<{ value: string; label: string }[]> =>
  knex('core.tenancy_tenants')
    .orderByRaw('short_name collate "pl-x-icu"')
    .select('slug as value', 'short_name as label')
