import { AsyncLocalStorage } from 'node:async_hooks'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { NoTenantScope, TenantScopeClosed } from './errors.ts'

/** On whose behalf a scope works; written to the audit trail by triggers. */
export interface Actor {
  accountId?: string | null
  role?: string | null
  address?: string | null
  requestId?: string | null
}

export interface ScopeOptions extends Actor {
  readOnly?: boolean
}

/** One transaction bound to one tenant, or to the city's reader (`tenantId` null). */
export class Scope {
  closed = false
  #failure: { error: unknown } | null = null
  readonly #afterCommit: (() => unknown)[] = []

  constructor(
    readonly tenantId: number | null,
    readonly options: ScopeOptions,
    private readonly transaction: TransactionClientContract
  ) {}

  /** The transaction's client; throws once the scope is over. */
  get client(): TransactionClientContract {
    if (this.closed) throw new TenantScopeClosed()
    return this.transaction
  }

  /** Marks the scope: it will be rolled back. AdonisJS turns errors into responses, so nobody upstream sees them. */
  fail(error: unknown) {
    this.#failure ??= { error }
  }

  get failed() {
    return this.#failure !== null
  }

  /** Runs `work` once the transaction is committed, outside the scope; never after a rollback. */
  afterCommit(work: () => unknown) {
    this.#afterCommit.push(work)
  }

  async runAfterCommit() {
    for (const work of this.#afterCommit) await work()
  }
}

const scopes = new AsyncLocalStorage<Scope>()

export const currentScope = (): Scope | null => scopes.getStore() ?? null

/** The tenant bound here; throws E_NO_TENANT_SCOPE outside one. */
export function currentTenantId(): number {
  const id = currentScope()?.tenantId
  if (id === null || id === undefined) throw new NoTenantScope()
  return id
}

export const runInScope = <T>(scope: Scope, work: () => Promise<T>): Promise<T> => scopes.run(scope, work)
