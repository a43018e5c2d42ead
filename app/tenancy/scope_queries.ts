import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Queries } from '../bus/queries.ts'
import { currentScope } from './scope.ts'
import { NoTenantScope } from './errors.ts'
import { inTenant } from './tenancy.ts'

const queriesOf = (client: TransactionClientContract): Queries => ({
  async query<Row>(sql: string, bindings: readonly unknown[] = []) {
    const { rows } = await client.rawQuery<{ rows: Row[] }>(sql, [...bindings] as never)
    return rows
  },
})

/** Plain queries in the transaction of the tenant at hand, and a way to act once it is committed. */
export function scopeQueries(): Queries & { afterCommit(act: () => void): void } {
  const scope = currentScope()
  if (!scope) throw new NoTenantScope()
  return { ...queriesOf(scope.client), afterCommit: (act) => void scope.client.after('commit', act) }
}

/** Runs work of the relay or of a job in a tenant's scope. */
export const runInTenant = <T>(tenantId: number, work: (tx: Queries) => Promise<T>): Promise<T> =>
  inTenant(tenantId, () => work(scopeQueries()), { role: 'system' })
