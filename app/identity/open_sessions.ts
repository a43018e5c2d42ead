import { systemClient } from '../tenancy/tenancy.ts'
import { deviceOf, type Device } from './device.ts'

export interface OpenSession {
  id: string
  current: boolean
  device: Device
  address: string
  openedAt: string
  seenAt: string
}

/** Where an account is logged in now, this session first, then the latest seen. */
export async function openSessions(accountId: string, currentId: string): Promise<OpenSession[]> {
  const rows = await systemClient()
    .from('identity_sessions')
    .where('account_id', accountId)
    .whereNull('revoked_at')
    .whereRaw(`expires_at > now() and last_seen_at > now() - make_interval(mins => idle_minutes)`)
    .orderByRaw('id = ? desc, last_seen_at desc', [currentId])
    .select('id', 'address', 'user_agent', 'created_at', 'last_seen_at')
  return rows.map((row) => ({
    id: row.id,
    current: row.id === currentId,
    device: deviceOf(row.user_agent ?? ''),
    address: row.address ?? '',
    openedAt: (row.created_at as Date).toISOString(),
    seenAt: (row.last_seen_at as Date).toISOString(),
  }))
}
