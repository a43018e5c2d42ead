import type { Knex } from 'knex'
import type { MetricValues } from '#ops/health/metrics'
import type { Limits } from '#ops/health/rule_limits'
import { scopeText, type RuleScope } from '#ops/health/rule_scope'
import { loadRuleChanges, RuleSet, type Judged, type RuleChange } from '#ops/health/rule_set'
import { isBad, type Threshold } from '#ops/health/thresholds'
import { POLLED } from '#ops/inventory/device'

export interface RulePreview {
  /** Entities that the changed limits would judge. */
  judged: number
  /** Of them those with a figure of the metric. */
  known: number
  /** At the limit in force, or worse. */
  beyondNow: number
  /** At the new limit, or worse. */
  beyondThen: number
}

type Row = Judged & { figures: MetricValues }

/** How many entities are beyond a limit by their latest figures, before and after a change. Nothing is written. */
export async function previewRule(
  knex: Knex,
  code: string,
  scope: RuleScope,
  limits: Limits
): Promise<RulePreview> {
  const changes = await loadRuleChanges(knex)
  const change: RuleChange = { id: '', tenantId: 0, code, ...scope, ...limits }
  const others = changes.filter((one) => one.code !== code || scopeText(one) !== scopeText(scope))
  const [now, then] = [new RuleSet(changes), new RuleSet([...others, change])]
  // A mark that no default has: whom the change reaches, also where a nearer one stands before it.
  const reach = new RuleSet([...others, { ...change, enabled: true, clearAfter: -1 }])
  const find = (set: RuleSet, row: Row) => set.of(row).find((rule) => rule.code === code)
  const rows = (await watched(knex)).filter((row) => find(reach, row)?.clearAfter === -1)
  const beyond = (set: RuleSet) => rows.filter((row) => isBeyond(find(set, row), row.figures)).length
  const metric = rows[0] && find(reach, rows[0])!.metric
  return {
    judged: rows.length,
    known: rows.filter(({ figures }) => metric && valuesOf(metric, figures).length > 0).length,
    ...{ beyondNow: beyond(now), beyondThen: beyond(then) },
  }
}

const isBeyond = (rule: Threshold | undefined, figures: MetricValues) =>
  rule !== undefined && valuesOf(rule.metric, figures).some((value) => isBad(rule, value))

/** Of a metric per interface the figures of all of them. */
function valuesOf(metric: string, figures: MetricValues): number[] {
  const prefix = metric.endsWith('@*') ? metric.slice(0, -1) : null
  return Object.entries(figures).flatMap(([name, value]) =>
    value !== null && (prefix ? name.startsWith(prefix) : name === metric) ? [value] : []
  )
}

const watched = (knex: Knex): Promise<Row[]> =>
  knex('ops_console.ops_console_devices as d')
    .join('ops_console.ops_console_device_states as s', {
      's.tenant_id': 'd.tenant_id',
      's.device_id': 'd.id',
    })
    .whereIn('d.rollout', [...POLLED])
    .select('d.id', 'd.kind', 'd.model', 's.figures')
