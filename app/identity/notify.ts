import { unreadChanged } from './unread.ts'
import { systemClient } from '../tenancy/tenancy.ts'

export interface Notification {
  /** Message key of the title, translated when it is read; `<key>.text`, where it exists, is said below. */
  key: string
  values?: Record<string, string | number>
  /** Where it leads, a path inside Unia. */
  href?: string
}

/**
 * Tells people something; it waits under the bell until they have read it. Not part of the tenant's transaction: call
 * it from a listener or a job, after the commit.
 *
 * @example await notify([accountId], { key: 'library.notices.overdue', values: { title }, href: '/sp-21/library' })
 */
export async function notify(accountIds: string[], { key, values = {}, href }: Notification): Promise<void> {
  if (accountIds.length === 0) return
  const ids = [...new Set(accountIds)]
  await systemClient()
    .table('identity_notifications')
    .multiInsert(
      ids.map((id) => ({
        account_id: id,
        message_key: key,
        message_values: JSON.stringify(values),
        href: href ?? null,
      }))
    )
  await unreadChanged(ids)
}
