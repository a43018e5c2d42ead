import { logEvent } from '../access/log_event.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { verifyPassword } from './passwords.ts'
import { openSession } from './sessions.ts'
import { beginAttempt, forgetFailures } from './throttle.ts'

export type LogIn =
  | { outcome: 'wait'; seconds: number }
  | { outcome: 'refused' }
  | { outcome: 'open'; token: string; secondFactor: boolean; locale: string }

/** One answer for "no such account", "wrong password" and "account not active". */
export async function logIn(
  login: string,
  password: string,
  from: { address: string; userAgent: string }
): Promise<LogIn> {
  const name = login.trim().toLowerCase()
  const seconds = await beginAttempt(name, from.address)
  if (seconds > 0) return { outcome: 'wait', seconds }
  const { rows } = await systemClient().rawQuery(
    `select a.id, a.password_hash, a.state, a.locale, a.totp_confirmed_at is not null as second_factor,
            array(select distinct role from core.identity_memberships m where m.person_id = a.person_id) as roles
     from core.identity_accounts a where a.login_name = ?`,
    [name]
  )
  const account = rows[0]
  const matches = await verifyPassword(account?.password_hash ?? null, password)
  if (!matches || account.state !== 'active') {
    await logEvent({
      action: 'log_in_refused',
      accountId: null,
      objectId: account?.id,
      address: from.address,
    })
    return { outcome: 'refused' }
  }
  await forgetFailures(name, from.address)
  await systemClient().from('identity_accounts').where('id', account.id).update({ last_login_at: new Date() })
  const token = await openSession(
    { id: account.id, roles: account.roles, secondFactor: account.second_factor },
    from
  )
  await logEvent({ action: 'log_in', accountId: account.id, address: from.address })
  return { outcome: 'open', token, secondFactor: account.second_factor, locale: account.locale }
}
