import type { Knex } from 'knex'
import type { Limits } from './rule_limits.ts'
import type { RuleScope } from './rule_scope.ts'
import { RULES_TABLE } from './rule_set.ts'

/**
 * Writes the limits of one rule for one scope; those kept before are replaced. The collector hears of it when the
 * transaction is over.
 */
export async function keepRule(
  trx: Knex.Transaction,
  tenantId: number,
  { code, scope, limits }: { code: string; scope: RuleScope; limits: Limits }
) {
  const { enabled, severity, raise, clear, of: hits, among, clearAfter } = limits
  const { kind, model, deviceId } = scope
  await trx(RULES_TABLE)
    .insert({
      ...{ tenant_id: tenantId, code, kind, model, device_id: deviceId, enabled, severity, raise, clear },
      ...{ hits, among, clear_after: clearAfter },
    })
    .onConflict(['tenant_id', 'code', 'kind', 'model', 'device_id'])
    .merge({
      ...{ enabled, severity, raise, clear, hits, among, clear_after: clearAfter, updated_at: new Date() },
    })
  await trx.raw(`notify ops_console, 'inventory'`)
}

/** Back to the limits as delivered. False: there was nothing changed. */
export async function resetRule(trx: Knex.Transaction, tenantId: number, id: string): Promise<boolean> {
  const gone = await trx(RULES_TABLE).where({ tenant_id: tenantId, id }).delete()
  await trx.raw(`notify ops_console, 'inventory'`)
  return gone > 0
}
