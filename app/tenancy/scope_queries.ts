import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Queries } from '../bus/queries.ts'
import type { BusWriter } from '../bus/publish.ts'
import { recordRefusal } from '../bus/record_refusal.ts'
import { currentScope } from './scope.ts'
import { NoTenantScope } from './errors.ts'
import { inTenant, systemClient } from './tenancy.ts'

const queriesOf = (client: TransactionClientContract): Queries => ({
  async query<Row>(sql: string, bindings: readonly unknown[] = []) {
    const { rows } = await client.rawQuery<{ rows: Row[] }>(sql, [...bindings] as never)
    return rows
  },
})

/** Plain queries in the transaction of the tenant at hand, a way to act once it is committed, and one to report. */
export function scopeQueries(): BusWriter {
  const scope = currentScope()
  if (!scope) throw new NoTenantScope()
  const { accountId = null, address = null } = scope.options
  return {
    ...queriesOf(scope.client),
    afterCommit: (act) => void scope.client.after('commit', act),
    refused: ({ tenantId, type }) => recordRefusal(systemPool, { tenantId, type, actor: accountId, address }),
  }
}

/** The system connection, in the shape the bus asks for: `$1` instead of `?`. */
const systemPool = {
  query: (sql: string, values: unknown[] = []) =>
    systemClient().rawQuery(
      sql.replace(/\$\d+/g, () => '?'),
      values as never
    ),
}

/** Runs work of the relay or of a job in a tenant's scope. */
export const runInTenant = <T>(tenantId: number, work: (tx: Queries) => Promise<T>): Promise<T> =>
  inTenant(tenantId, () => work(scopeQueries()), { role: 'system' })
