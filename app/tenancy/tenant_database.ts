import { Database } from '@adonisjs/lucid/database'
import type { DatabaseClientOptions, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { NestedTenantScope, NoTenantScope } from './errors.ts'
import { currentScope, runInScope, Scope, type ScopeOptions } from './scope.ts'

/**
 * Lucid asks `connection()` for every client: models, `db`, raw SQL, validators. Overriding it binds them all to the
 * transaction of the tenant at hand.
 */
export class TenantDatabase extends Database {
  override connection(name: string = this.primaryConnectionName, options?: DatabaseClientOptions) {
    if (name !== this.primaryConnectionName) return super.connection(name, options)
    const scope = currentScope()
    if (!scope) throw new NoTenantScope()
    return scope.client
  }

  /** Runs `work` in one transaction bound to a tenant. Inside a scope of the same tenant it simply joins it. */
  async inTenant<T>(tenantId: number, options: ScopeOptions, work: (scope: Scope) => Promise<T>): Promise<T> {
    const outer = currentScope()
    if (outer && outer.tenantId === tenantId && !outer.closed) return work(outer)
    if (outer && !outer.closed) throw new NestedTenantScope()
    return this.#open(this.primaryConnectionName, tenantId, options, work)
  }

  /** Runs `work` as the city's reader: all tenants, no writing. */
  async inCity<T>(options: ScopeOptions, work: (scope: Scope) => Promise<T>): Promise<T> {
    const outer = currentScope()
    if (outer && !outer.closed) {
      if (outer.tenantId === null) return work(outer)
      throw new NestedTenantScope()
    }
    return this.#open('city', null, { ...options, readOnly: true }, work)
  }

  async #open<T>(
    connection: string,
    tenantId: number | null,
    options: ScopeOptions,
    work: (scope: Scope) => Promise<T>
  ): Promise<T> {
    const transaction = (await super.connection(connection).transaction()) as TransactionClientContract
    const scope = new Scope(tenantId, options, transaction)
    let result: T
    try {
      await bind(transaction, tenantId, options)
      result = await runInScope(scope, () => work(scope))
      await (scope.failed ? transaction.rollback() : transaction.commit())
    } catch (error) {
      if (!transaction.isCompleted) await transaction.rollback()
      throw error
    } finally {
      scope.closed = true
    }
    if (!scope.failed) await scope.runAfterCommit()
    return result
  }
}

/** One round trip: the settings that policies and the audit trigger read, and the access mode. */
function bind(transaction: TransactionClientContract, tenantId: number | null, options: ScopeOptions) {
  return transaction.rawQuery(
    `select set_config('app.tenant_id', ?, true), set_config('app.actor', ?, true), set_config('app.actor_role', ?, true),
            set_config('app.address', ?, true), set_config('app.request_id', ?, true), set_config('transaction_read_only', ?, true)`,
    [
      tenantId === null ? '' : String(tenantId),
      options.accountId ?? '',
      options.role ?? '',
      options.address ?? '',
      options.requestId ?? '',
      options.readOnly ? 'on' : 'off',
    ]
  )
}
