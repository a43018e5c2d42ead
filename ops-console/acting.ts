import type { HttpContext } from '@adonisjs/core/http'
import type { Knex } from 'knex'
import { openDatabase } from '#ops/database'

let pool: Knex | null = null

/** The web process's pool as `unia_ops`, opened at the first use; for reads that row-level security must not narrow. */
export const opsPool = (): Knex => (pool ??= openDatabase())

export async function closeOpsPool() {
  await pool?.destroy()
  pool = null
}

/**
 * Runs a change by the person of this request in one transaction as `unia_ops`, which may write in every unit; the
 * audit trail names person, role and address. The route's permission has decided that they may; which rows, is decided
 * by `work`: in a unit it must compare `tenant_id` with the place's.
 *
 * @example
 * await act(ctx, device.tenantId, (trx) => Incident.query(trx).where({ tenant_id, id }).patch({ acknowledged_at: new Date() }))
 */
export async function act<T>(
  ctx: HttpContext,
  tenantId: number,
  work: (trx: Knex.Transaction) => PromiseLike<T>
): Promise<T> {
  return opsPool().transaction(async (trx) => {
    await trx.raw(
      `select set_config('app.tenant_id', ?, true), set_config('app.actor', ?, true), set_config('app.actor_role', ?, true),
              set_config('app.address', ?, true), set_config('app.request_id', ?, true)`,
      [String(tenantId), ctx.identity!.accountId, ctx.place!.role, ctx.request.ip(), ctx.request.id() ?? '']
    )
    return await work(trx)
  })
}
