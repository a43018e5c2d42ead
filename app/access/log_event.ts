import { systemClient } from '../tenancy/tenancy.ts'

export interface SecurityEvent {
  action: 'log_in' | 'log_in_refused' | 'log_out' | 'session_ended' | 'export'
  accountId: string | null
  address?: string
  object?: string
  objectId?: string | null
  details?: object
}

/** Writes into the city's trail what changes no table that is watched: log-ins, refused ones, the ends of sessions. */
export async function logEvent({
  action,
  accountId,
  address = '',
  object = 'identity_sessions',
  objectId = accountId,
  details = {},
}: SecurityEvent): Promise<void> {
  await systemClient().rawQuery(
    `with bound as materialized (
       select set_config('app.tenant_id', '', true), set_config('app.actor', ?, true), set_config('app.actor_role', '', true),
              set_config('app.address', ?, true), set_config('app.request_id', '', true))
     select core.access_log(?, ?, ?, ?::jsonb) from bound`,
    [accountId ?? '', address, action, object, objectId ?? null, JSON.stringify(details)] as string[]
  )
}
