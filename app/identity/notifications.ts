import { systemClient } from '../tenancy/tenancy.ts'
import { unreadChanged } from './unread.ts'

export interface NotificationItem {
  id: string
  key: string
  values: Record<string, string | number>
  href: string | null
  at: string
  read: boolean
}

const SHOWN = 30

/** The newest first. */
export async function notificationsOf(accountId: string): Promise<NotificationItem[]> {
  const rows = await systemClient()
    .from('identity_notifications')
    .where('account_id', accountId)
    .orderBy('created_at', 'desc')
    .limit(SHOWN)
  return rows.map((row) => ({
    id: row.id,
    key: row.message_key,
    values: row.message_values,
    href: row.href,
    at: (row.created_at as Date).toISOString(),
    read: row.read_at !== null,
  }))
}

export async function markRead(accountId: string) {
  await systemClient()
    .from('identity_notifications')
    .where('account_id', accountId)
    .whereNull('read_at')
    .update({ read_at: new Date() })
  await unreadChanged([accountId])
}
