import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { systemClient } from '../tenancy/tenancy.ts'
import { onRecord } from './on_record.ts'
import { open, seal, tokenHash } from './secret_box.ts'

const PERIOD = 30
const CODES = 10
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: 'Unia', label, secret: Secret.fromBase32(secret), period: PERIOD, digits: 6 })

/** Step of the code that matches within one step either way, later than `lastStep`; null when none does (P10). */
export function matchingStep(
  secret: string,
  code: string,
  lastStep: number | null,
  now = Date.now()
): number | null {
  const delta = totp(secret).validate({ token: code.replace(/\s/g, ''), timestamp: now, window: 1 })
  if (delta === null) return null
  const step = Math.floor(now / 1000 / PERIOD) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

/** The secret waiting for its first code, else a new one: a page reloaded after a typing error shows the same picture. */
export async function enrolment(accountId: string, label: string): Promise<{ secret: string; uri: string }> {
  const account = await systemClient()
    .from('identity_accounts')
    .where('id', accountId)
    .whereNull('totp_confirmed_at')
    .select('totp_cipher')
    .first()
  if (!account?.totp_cipher) return beginEnrolment(accountId, label)
  const secret = open(account.totp_cipher, `totp:${accountId}`)
  return { secret, uri: totp(secret, label).toString() }
}

/** A new secret for an account, not yet in force; confirmed with the first code. */
export async function beginEnrolment(
  accountId: string,
  label: string
): Promise<{ secret: string; uri: string }> {
  const secret = new Secret({ size: 20 }).base32
  await systemClient()
    .from('identity_accounts')
    .where('id', accountId)
    .whereNull('totp_confirmed_at')
    .update({ totp_cipher: seal(secret, `totp:${accountId}`), totp_last_step: null })
  return { secret, uri: totp(secret, label).toString() }
}

/** Puts the secret in force and returns ten recovery codes, shown once. Null when the code is wrong. */
export async function confirmEnrolment(accountId: string, code: string): Promise<string[] | null> {
  if (!(await useCode(accountId, code))) return null
  await onRecord(
    (trx) =>
      trx.from('core.identity_accounts').where('id', accountId).update({ totp_confirmed_at: new Date() }),
    { accountId }
  )
  return renewRecoveryCodes(accountId)
}

export async function renewRecoveryCodes(accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, recoveryCode)
  await systemClient().from('identity_recovery_codes').where('account_id', accountId).delete()
  await systemClient()
    .table('identity_recovery_codes')
    .multiInsert(codes.map((code) => ({ account_id: accountId, code_hash: tokenHash(plain(code)) })))
  return codes
}

export async function unusedRecoveryCodes(accountId: string): Promise<number> {
  const rows = await systemClient()
    .from('identity_recovery_codes')
    .where('account_id', accountId)
    .whereNull('used_at')
    .select('code_hash')
  return rows.length
}

/** Log-in asks for the password only again; secret and recovery codes are gone. */
export async function removeSecondFactor(accountId: string): Promise<void> {
  await onRecord(
    async (trx) => {
      await trx
        .from('core.identity_accounts')
        .where('id', accountId)
        .update({ totp_cipher: null, totp_confirmed_at: null, totp_last_step: null })
      await trx.from('core.identity_recovery_codes').where('account_id', accountId).delete()
    },
    { accountId }
  )
}

/** Accepts a code from the app, once, or an unused recovery code. */
export async function useSecondFactor(accountId: string, code: string): Promise<boolean> {
  return /^\s*\d[\d\s]*$/.test(code) && plain(code).length === 6
    ? useCode(accountId, code)
    : useRecoveryCode(accountId, code)
}

async function useCode(accountId: string, code: string): Promise<boolean> {
  const account = await systemClient()
    .from('identity_accounts')
    .where('id', accountId)
    .select('totp_cipher', 'totp_last_step')
    .first()
  if (!account?.totp_cipher) return false
  const last = account.totp_last_step === null ? null : Number(account.totp_last_step)
  const step = matchingStep(open(account.totp_cipher, `totp:${accountId}`), code, last)
  if (step === null) return false
  // Two requests with the same code: only one moves the step on.
  const { rowCount } = await systemClient().rawQuery<{ rowCount: number }>(
    `update core.identity_accounts set totp_last_step = ? where id = ? and coalesce(totp_last_step, 0) < ?`,
    [step, accountId, step]
  )
  return rowCount === 1
}

async function useRecoveryCode(accountId: string, code: string): Promise<boolean> {
  const { rowCount } = await systemClient().rawQuery<{ rowCount: number }>(
    `update core.identity_recovery_codes set used_at = now() where account_id = ? and code_hash = ? and used_at is null`,
    [accountId, tokenHash(plain(code))]
  )
  return rowCount === 1
}

function recoveryCode(): string {
  const letters = [...randomBytes(10)].map((byte) => CROCKFORD[byte % 32]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')
