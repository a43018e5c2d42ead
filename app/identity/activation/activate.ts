import { publish } from '../../bus/publish.ts'
import { inTenant, systemClient } from '../../tenancy/tenancy.ts'
import { accountActivated } from '../events.ts'
import { logIn, type LogIn } from '../log_in.ts'
import { mergePeople } from '../merging.ts'
import { onRecord } from '../on_record.ts'
import { hashPassword, passwordProblem, type PasswordProblem } from '../passwords.ts'
import { openSession, revokeSessions } from '../sessions.ts'
import { isPupilOnly, pendingInvitation, spend, type Pending } from './pending.ts'

export interface From {
  address: string
  userAgent: string
}

export type Activation =
  | { outcome: 'open'; token: string }
  | { outcome: 'gone' | 'login_taken' | 'has_account' }
  | { outcome: 'password'; problem: PasswordProblem }

const MIN_PUPIL = 8

/** Opens the account an invitation is for, and a session. A login name belongs to one account; a contact may be shared (P3). */
export async function activate(
  invitationId: string,
  { login, password, locale }: { login: string; password: string; locale: string },
  from: From
): Promise<Activation> {
  const pending = await pendingInvitation(invitationId)
  if (!pending) return { outcome: 'gone' }
  if (pending.accountId) return { outcome: 'has_account' }
  const problem = problemOf(pending, login, password)
  if (problem) return { outcome: 'password', problem }
  const password_hash = await hashPassword(password)
  const name = login.trim().toLowerCase()
  const opened = await onRecord(
    async (trx) => {
      const taken = await trx.from('core.identity_accounts').where('login_name', name).select('id').first()
      if (taken) return { outcome: 'login_taken' } as const
      if (!(await spend(trx, invitationId))) return { outcome: 'gone' } as const
      const [row] = await trx
        .table('core.identity_accounts')
        .insert({
          ...{ person_id: pending.personId, login_name: name, password_hash },
          ...{ locale: locale === 'en' ? 'en' : 'pl', last_login_at: new Date() },
        })
        .returning('id')
      return { outcome: 'open', accountId: (row.id ?? row) as string } as const
    },
    { address: from.address }
  ).catch((error: { code?: string }) => {
    if (error.code === '23505') return { outcome: 'login_taken' } as const
    throw error
  })
  if (opened.outcome !== 'open') return opened
  const { accountId } = opened
  await inTenant(pending.tenantId, () =>
    publish(accountActivated, {
      subject: `person/${pending.personId}`,
      data: { personId: pending.personId, accountId },
    })
  )
  const token = await openSession({ id: accountId, roles: pending.roles, secondFactor: false }, from)
  return { outcome: 'open', token }
}

/** A new password by a code from the helpdesk; every session of the account ends. */
export async function recover(invitationId: string, password: string, from: From): Promise<Activation> {
  const pending = await pendingInvitation(invitationId)
  if (!pending?.accountId || pending.kind !== 'recovery') return { outcome: 'gone' }
  const problem = problemOf(pending, pending.loginName!, password)
  if (problem) return { outcome: 'password', problem }
  const password_hash = await hashPassword(password)
  const spent = await onRecord(
    async (trx) => {
      if (!(await spend(trx, invitationId))) return false
      await trx
        .from('core.identity_accounts')
        .where('id', pending.accountId!)
        .update({ password_hash, updated_at: new Date() })
      return true
    },
    { accountId: pending.accountId, address: from.address }
  )
  if (!spent) return { outcome: 'gone' }
  await revokeSessions(pending.accountId, 'recovered')
  const token = await openSession(
    { id: pending.accountId, roles: pending.roles, secondFactor: pending.secondFactor },
    from
  )
  return { outcome: 'open', token }
}

/**
 * Who has an account already logs in to it, and what the invitation was for becomes theirs: one account for all children
 * in all units (P1).
 */
export async function joinAccount(
  invitationId: string,
  { login, password }: { login: string; password: string },
  from: From
): Promise<LogIn | { outcome: 'gone' }> {
  const pending = await pendingInvitation(invitationId)
  if (!pending || pending.kind !== 'account') return { outcome: 'gone' }
  const result = await logIn(login, password, from)
  if (result.outcome !== 'open') return result
  const account = await systemClient()
    .from('identity_accounts')
    .where('login_name', login.trim().toLowerCase())
    .select('id', 'person_id')
    .firstOrFail()
  if (!(await onRecord((trx) => spend(trx, invitationId), { accountId: account.id, address: from.address })))
    return { outcome: 'gone' }
  if (account.person_id !== pending.personId)
    await mergePeople(account.person_id, pending.personId, ['invitation'], {
      accountId: account.id,
      address: from.address,
    })
  return result
}

function problemOf(pending: Pending, login: string, password: string) {
  const { givenNames, surname } = pending
  const own = [...login.split(/[.@_-]/), ...givenNames.split(' '), ...surname.split('-')]
  return passwordProblem(password, own, isPupilOnly(pending) ? MIN_PUPIL : undefined)
}
