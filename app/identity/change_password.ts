import type { Identity } from './identity.ts'
import { hashPassword, passwordProblem, type PasswordProblem } from './passwords.ts'
import { onRecord } from './on_record.ts'
import { revokeSessions } from './sessions.ts'

const MIN_PUPIL = 8

/** Sets a new password and ends the account's other sessions; returns why not, or null when it is done. */
export async function changePassword(
  identity: Identity,
  password: string,
  address: string
): Promise<PasswordProblem | null> {
  const { person, loginName } = identity
  const own = [...loginName.split(/[.@_-]/), ...person.givenNames.split(' '), ...person.surname.split('-')]
  const problem = passwordProblem(password, own, isPupilOnly(identity) ? MIN_PUPIL : undefined)
  if (problem) return problem
  const password_hash = await hashPassword(password)
  await onRecord(
    (trx) =>
      trx
        .from('core.identity_accounts')
        .where('id', identity.accountId)
        .update({ password_hash, updated_at: new Date() }),
    { accountId: identity.accountId, address }
  )
  await revokeSessions(identity.accountId, 'password_changed', { except: identity.session.id })
  return null
}

const isPupilOnly = ({ memberships }: Identity) =>
  memberships.length > 0 && memberships.every(({ role }) => role === 'pupil')
