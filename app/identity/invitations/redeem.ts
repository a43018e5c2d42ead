import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { systemClient } from '../../tenancy/tenancy.ts'
import type { Day } from '../../values/days.ts'
import { beginFrom } from '../throttle.ts'
import { newCode, readCode } from './code.ts'
import { birthProof } from './proof_of_birth.ts'
import { FREE_ATTEMPTS, judge, PAUSE_MINUTES } from './rules.ts'
import { tellPaused } from './tell_unit.ts'

interface Row {
  id: string
  tenant_id: number
  person_id: string
  code_hash: string
  proofs: string[]
  failures: number
  expires_at: Date
  paused_until: Date | null
}

export type Redemption =
  | { outcome: 'good' | 'expired'; invitationId: string }
  | { outcome: 'wrong' }
  | { outcome: 'wait'; seconds: number }

/**
 * Whether somebody holds a code and knows the birth date behind it. The same statements run for a code that is unknown,
 * wrong or resting (E2). Every try counts against the invitation before it is judged: of many sent at once only five are
 * heard; a good one sets the count back.
 */
export async function redeem(typed: string, birthDate: Day | null, address: string): Promise<Redemption> {
  const seconds = await beginFrom(address)
  if (seconds > 0) return { outcome: 'wait', seconds }
  const code = readCode(typed) ?? newCode()
  const proof = birthProof(birthDate ?? '')
  const { redemption, paused } = await systemClient().transaction(async (trx) => {
    const meant = await countTry(trx, code.selector)
    const row = meant.find(({ code_hash }) => code_hash === code.hash) ?? null
    const knows = row !== null && (row.proofs.length === 0 || row.proofs.includes(proof))
    const said = row
      ? judge({ expiresAt: row.expires_at, pausedUntil: row.paused_until }, knows, new Date())
      : 'wrong'
    const paused = await pauseSpent(trx, said === 'wrong' ? meant : [])
    await forgive(trx, said === 'wrong' ? null : row!.id)
    const redemption: Redemption =
      said === 'wrong' ? { outcome: 'wrong' } : { outcome: said, invitationId: row!.id }
    return { redemption, paused }
  })
  for (const { tenant_id, person_id } of paused) await tellPaused(tenant_id, person_id)
  return redemption
}

async function countTry(trx: TransactionClientContract, selector: string): Promise<Row[]> {
  const { rows } = await trx.rawQuery<{ rows: Row[] }>(
    `update core.identity_invitations set failures = case when paused_until > now() then failures else failures + 1 end
     where selector = ? and used_at is null and revoked_at is null
     returning id, tenant_id, person_id, code_hash, proofs, failures, expires_at, paused_until`,
    [selector]
  )
  return rows
}

/** The fifth wrong try lets the code rest for an hour; then it has five again. */
async function pauseSpent(trx: TransactionClientContract, meant: Row[]): Promise<Row[]> {
  const spent = meant.filter(
    ({ failures, paused_until }) => failures >= FREE_ATTEMPTS && !(paused_until && paused_until > new Date())
  )
  await trx.rawQuery(
    `update core.identity_invitations set failures = 0, paused_until = now() + make_interval(mins => ?) where id = any (?::uuid[])`,
    [PAUSE_MINUTES, spent.map(({ id }) => id)] as never
  )
  return spent
}

const forgive = (trx: TransactionClientContract, id: string | null) =>
  trx.rawQuery(`update core.identity_invitations set failures = 0, paused_until = null where id = ?`, [
    id,
  ] as never)
