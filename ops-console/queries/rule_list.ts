import type { Knex } from 'knex'
import { DEFAULT_RULES } from '#ops/health/default_rules'
import { METRICS, type Unit } from '#ops/health/metrics'
import { metricOf, type Limits } from '#ops/health/rule_limits'
import { scopeText } from '#ops/health/rule_scope'
import { loadRuleChanges, type RuleChange } from '#ops/health/rule_set'
import type { Threshold } from '#ops/health/thresholds'
import type { DeviceKind } from '#ops/inventory/device'

export interface Override extends Limits {
  id: string
  scope: string
  kind: DeviceKind | null
  model: string | null
  /** Of one entity: its unit and what it is. */
  unit: string | null
  entity: DeviceKind | null
}

export interface RuleRow extends Threshold {
  name: string
  unit: Unit
  overrides: Override[]
}

/** Every limit as delivered, with what people changed. */
export async function ruleRows(knex: Knex): Promise<RuleRow[]> {
  const changes = await loadRuleChanges(knex)
  const devices = await devicesOf(knex, changes)
  return DEFAULT_RULES.map((rule) => ({
    ...ruleRow(rule),
    overrides: changes
      .filter(({ code }) => code === rule.code)
      .map((change) => overrideOf(change, devices.get(change.deviceId ?? ''))),
  }))
}

/** A rule with the name and the unit of its metric. */
export const ruleRow = (rule: Threshold) => ({
  ...rule,
  name: metricOf(rule),
  unit: METRICS[metricOf(rule)] as Unit,
})

interface Named {
  unit: string
  entity: DeviceKind
}

async function devicesOf(knex: Knex, changes: RuleChange[]): Promise<Map<string, Named>> {
  const ids = changes.flatMap(({ deviceId }) => deviceId ?? [])
  const rows = await knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .whereIn('d.id', ids)
    .select('d.id', 't.short_name as unit', 'd.kind as entity')
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}

function overrideOf(change: RuleChange, device: Named | undefined): Override {
  const { id, kind, model, enabled, severity, raise, clear, of, among, clearAfter } = change
  const limits = { enabled, severity, raise, clear, of, among, clearAfter }
  return {
    ...limits,
    ...{ id, scope: scopeText(change), kind, model, unit: device?.unit ?? null },
    entity: device?.entity ?? null,
  }
}
