import { systemClient } from '../tenancy/tenancy.ts'

/** Says in all processes that the count under these people's bells is another one. */
export const unreadChanged = (accountIds: string[]) =>
  systemClient().rawQuery(`select pg_notify('notifications', id) from unnest(?::text[]) id`, [
    accountIds,
  ] as never)

/** How many notifications wait. */
export async function unreadOf(accountId: string): Promise<number> {
  const [{ unread }] = await systemClient()
    .from('identity_notifications')
    .where('account_id', accountId)
    .whereNull('read_at')
    .count('* as unread')
  return Number(unread)
}
