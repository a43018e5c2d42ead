import { systemClient } from '../tenancy/tenancy.ts'
import { verifyPassword } from './passwords.ts'
import { useSecondFactor } from './second_factor.ts'
import { beginAttempt, forgetFailures } from './throttle.ts'

export type Proof = { outcome: 'proved' } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/** A code from the app or a recovery code. Wrong ones slow the next attempt down, as at log-in. */
export const proveByCode = (accountId: string, code: string, address: string): Promise<Proof> =>
  prove(`2fa:${accountId}`, address, () => useSecondFactor(accountId, code))

export const proveByPassword = (accountId: string, password: string, address: string): Promise<Proof> =>
  prove(`step-up:${accountId}`, address, async () => {
    const account = await systemClient()
      .from('identity_accounts')
      .where('id', accountId)
      .select('password_hash')
      .first()
    return verifyPassword(account?.password_hash ?? null, password)
  })

async function prove(key: string, address: string, holds: () => Promise<boolean>): Promise<Proof> {
  const seconds = await beginAttempt(key, address)
  if (seconds > 0) return { outcome: 'wait', seconds }
  if (!(await holds())) return { outcome: 'wrong' }
  await forgetFailures(key, address)
  return { outcome: 'proved' }
}

/** The session counts as proved now: the second factor is done and sensitive actions are open for five minutes. */
export const markProved = (sessionId: string) =>
  systemClient()
    .from('identity_sessions')
    .where('id', sessionId)
    .update({ needs_second_factor: false, stepped_up_at: new Date(), last_seen_at: new Date() })
