import type { Knex } from 'knex'
import type { DeviceKind } from '#ops/inventory/device'
import { DEFAULT_RULES } from './default_rules.ts'
import type { Limits } from './rule_limits.ts'
import { scopeText } from './rule_scope.ts'
import type { Threshold } from './thresholds.ts'

export const RULES_TABLE = 'ops_console.ops_console_rules'

/** A limit that people changed, for a kind, a model or one device; exactly one of the three is set. */
export interface RuleChange extends Limits {
  id: string
  tenantId: number
  code: string
  kind: DeviceKind | null
  model: string | null
  deviceId: string | null
}

export interface Judged {
  id: string
  kind: DeviceKind
  model?: string | null
}

/** All limits in force, found for one entity: its own before its model's, that before its kind's, that before the default. */
export class RuleSet {
  #changes: Map<string, RuleChange>
  #codes: Map<string, Set<string>>
  #known = new Map<string, readonly Threshold[]>()

  constructor(changes: readonly RuleChange[] = []) {
    this.#changes = new Map(changes.map((one) => [`${one.code}/${scopeText(one)}`, one]))
    this.#codes = new Map()
    for (const one of changes) {
      const scope = scopeText(one)
      this.#codes.set(scope, (this.#codes.get(scope) ?? new Set()).add(one.code))
    }
  }

  /** The same list for entities that are judged alike. */
  of({ id, kind, model }: Judged): readonly Threshold[] {
    const own = this.#codes.has(`device:${id}`)
    const key = own ? id : `${kind}/${model ?? ''}`
    let found = this.#known.get(key)
    if (!found) this.#known.set(key, (found = this.#compute({ id, kind, model })))
    return found
  }

  #compute({ id, kind, model }: Judged): Threshold[] {
    const scopes = [`device:${id}`, ...(model ? [`model:${model}`] : []), `kind:${kind}`]
    return DEFAULT_RULES.filter(({ kinds }) => !kinds || kinds.includes(kind)).flatMap((rule) => {
      const scope = scopes.find((one) => this.#changes.has(`${rule.code}/${one}`))
      const change = scope && this.#changes.get(`${rule.code}/${scope}`)
      if (!change) return [rule]
      const { severity, raise, clear, of, among, clearAfter } = change
      return change.enabled ? [{ ...rule, severity, raise, clear, of, among, clearAfter }] : []
    })
  }
}

/** Limits that people changed. */
export async function loadRuleChanges(knex: Knex): Promise<RuleChange[]> {
  return knex(RULES_TABLE)
    .orderBy('id')
    .select({
      ...{
        id: 'id',
        tenantId: 'tenant_id',
        code: 'code',
        kind: 'kind',
        model: 'model',
        deviceId: 'device_id',
      },
      ...{ enabled: 'enabled', severity: 'severity', raise: 'raise', clear: 'clear' },
      ...{ of: 'hits', among: 'among', clearAfter: 'clear_after' },
    })
}
