import type { Knex } from 'knex'
import type { RuleScope } from '#ops/health/rule_scope'
import type { Threshold } from '#ops/health/thresholds'
import type { DeviceKind } from '#ops/inventory/device'
import { cityTenant } from './city.ts'

/** Where a rule may be changed: kinds, models and entities that it judges. */
export interface ScopeChoices {
  kinds: DeviceKind[]
  models: string[]
  devices: { id: string; unit: string; kind: DeviceKind; key: string }[]
}

export async function scopeChoices(knex: Knex, { kinds }: Threshold): Promise<ScopeChoices> {
  const devices: (ScopeChoices['devices'][number] & { model: string | null })[] = await knex(
    'ops_console.ops_console_devices as d'
  )
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .whereNot('d.rollout', 'retired')
    .modify((query) => kinds && void query.whereIn('d.kind', [...kinds]))
    .orderByRaw('t.short_name collate "pl-x-icu", d.key')
    .select('d.id', 't.short_name as unit', 'd.kind', 'd.key', 'd.model')
  return {
    kinds: [...new Set(devices.map(({ kind }) => kind))].sort(),
    models: [...new Set(devices.flatMap(({ model }) => model ?? []))].sort(),
    devices: devices.map(({ id, unit, kind, key }) => ({ id, unit, kind, key })),
  }
}

/** The unit that a change for this scope belongs to; null: the rule judges nothing there. */
export async function scopeTenant(knex: Knex, rule: Threshold, scope: RuleScope): Promise<number | null> {
  const { kind, model, deviceId } = scope
  const device = await knex('ops_console.ops_console_devices')
    .whereNot('rollout', 'retired')
    .modify((query) => rule.kinds && void query.whereIn('kind', [...rule.kinds]))
    .where(deviceId ? { id: deviceId } : model ? { model } : { kind })
    .first('tenant_id')
  if (!device) return null
  return deviceId ? device.tenant_id : cityTenant(knex)
}
