import db from '@adonisjs/lucid/services/db'
import { publish } from '../../bus/publish.ts'
import { currentScope } from '../../tenancy/scope.ts'
import type { Day } from '../../values/days.ts'
import { accountInvited } from '../events.ts'
import { newCode, spelled } from './code.ts'
import { birthProof } from './proof_of_birth.ts'
import { VALID_DAYS } from './rules.ts'

export interface NewInvitation {
  personId: string
  /** `recovery` opens the way to a new password of the account that is there. */
  kind?: 'account' | 'recovery'
  /** Days one of which must be known: the children's birth dates, or the person's own. None: the code alone. */
  birthDates: Day[]
  validHours?: number
  sentTo?: string | null
}

export interface Issued {
  id: string
  /** Shown or printed once; nobody can read it again. */
  code: string
  expiresAt: Date
}

const invitations = () => db.from('identity_invitations')

/**
 * A new code for somebody of this unit; an earlier one no longer counts. Runs in the unit's scope.
 *
 * @example const { code } = await issueInvitation({ personId, birthDates: ['2016-05-04'] })
 */
export async function issueInvitation({
  personId,
  kind = 'account',
  birthDates,
  validHours = VALID_DAYS * 24,
  sentTo = null,
}: NewInvitation): Promise<Issued> {
  await invitations()
    .where({ person_id: personId })
    .whereNull('used_at')
    .whereNull('revoked_at')
    .update({ revoked_at: new Date(), updated_at: new Date() })
  const code = newCode()
  const expiresAt = new Date(Date.now() + validHours * 3_600_000)
  const [row] = await db
    .table('identity_invitations')
    .insert({
      ...{ person_id: personId, kind, selector: code.selector, code_hash: code.hash },
      ...{ proofs: [...new Set(birthDates)].map(birthProof), expires_at: expiresAt, sent_to: sentTo },
      issued_by: currentScope()?.options.accountId ?? null,
    })
    .returning('id')
  if (kind === 'account') await publish(accountInvited, { subject: `person/${personId}`, data: { personId } })
  return { id: (row.id ?? row) as string, code: spelled(code.code), expiresAt }
}

/** An invitation of this unit no longer counts; false when there is none that did. */
export async function revokeInvitation(id: string): Promise<boolean> {
  const rows = await invitations()
    .where('id', id)
    .whereNull('used_at')
    .whereNull('revoked_at')
    .update({ revoked_at: new Date(), updated_at: new Date() })
    .returning('id')
  return rows.length > 0
}
