import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { currentScope, type Actor } from '../tenancy/scope.ts'
import { systemClient } from '../tenancy/tenancy.ts'

/**
 * Changes the city's register of people and accounts, so that the audit trail knows who did it: `by`, else the actor of
 * the scope at hand. A transaction of its own, not the tenant's.
 */
export function onRecord<T>(
  work: (trx: TransactionClientContract) => Promise<T>,
  by: Actor = currentScope()?.options ?? {}
): Promise<T> {
  return systemClient().transaction(async (trx) => {
    await trx.rawQuery(
      `select set_config('app.actor', ?, true), set_config('app.actor_role', ?, true), set_config('app.address', ?, true),
              set_config('app.request_id', ?, true)`,
      [by.accountId ?? '', by.role ?? '', by.address ?? '', by.requestId ?? '']
    )
    return work(trx)
  })
}
