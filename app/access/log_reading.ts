import type {} from '../http/context.ts'
import type { HttpContext } from '@adonisjs/core/http'
import { systemClient } from '../tenancy/tenancy.ts'

export interface Reading {
  action: 'read' | 'export'
  object: string
  objectId?: string
  details?: object
}

/**
 * Writes into the trail that protected data was read. Reading requests are READ ONLY, so this goes through the system
 * role, outside their transaction, and stays even when the request fails.
 */
export async function logReading(
  ctx: HttpContext,
  { action, object, objectId, details }: Reading
): Promise<void> {
  await systemClient().rawQuery(
    `with bound as materialized (
       select set_config('app.tenant_id', ?, true), set_config('app.actor', ?, true), set_config('app.actor_role', ?, true),
              set_config('app.address', ?, true), set_config('app.request_id', ?, true))
     select core.access_log(?, ?, ?, ?::jsonb) from bound`,
    [
      String(ctx.place?.tenant?.id ?? ''),
      ctx.identity!.accountId,
      ctx.place?.role ?? '',
      ctx.request.ip(),
      ctx.request.id() ?? '',
      action,
      object,
      objectId ?? null,
      JSON.stringify(details ?? {}),
    ] as string[]
  )
}
