import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { systemClient } from '../tenancy/tenancy.ts'
import type { Identity } from './identity.ts'
import { onRecord } from './on_record.ts'

/** Where a passkey counts: the name in the browser's address bar, and the whole origin. */
export interface Place {
  rpId: string
  origin: string
}

const MINUTES = 5
const passkeys = () => systemClient().from('core.identity_passkeys')

export interface PasskeyInfo {
  id: string
  name: string
  createdAt: string
  lastUsedAt: string | null
}

export async function passkeysOf(accountId: string): Promise<PasskeyInfo[]> {
  const rows = await passkeys().where('account_id', accountId).orderBy('created_at')
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, createdAt: (row.created_at as Date).toISOString() },
    lastUsedAt: row.last_used_at === null ? null : (row.last_used_at as Date).toISOString(),
  }))
}

/** What the browser needs to make a key for this account; the challenge is good once, for five minutes. */
export async function beginPasskey({ accountId, loginName, name }: Identity, { rpId }: Place) {
  const known = await passkeys().where('account_id', accountId).select('credential_id', 'transports')
  const options = await generateRegistrationOptions({
    ...{ rpName: 'Unia', rpID: rpId, userName: loginName, userDisplayName: name },
    userID: new TextEncoder().encode(accountId),
    excludeCredentials: known.map((row) => ({ id: row.credential_id, transports: row.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(options.challenge, 'register', accountId)
  return options
}

/** Keeps the key's public half. False when the answer is not to our challenge, or the key is known. */
export async function addPasskey(
  accountId: string,
  response: RegistrationResponseJSON,
  name: string,
  { rpId, origin }: Place
): Promise<boolean> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    ...{ response, expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true },
    expectedChallenge: (challenge) => takeChallenge(challenge, 'register', accountId),
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
  if (!verified || !registrationInfo) return false
  const { credential, credentialBackedUp } = registrationInfo
  const { rowCount } = await onRecord(
    (trx) =>
      trx.rawQuery<{ rowCount: number }>(
        `insert into core.identity_passkeys (account_id, credential_id, public_key, counter, transports, name, backed_up)
         values (?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing`,
        [
          ...[accountId, credential.id, Buffer.from(credential.publicKey), credential.counter],
          ...[credential.transports ?? [], name, credentialBackedUp],
        ] as never
      ),
    { accountId }
  )
  return rowCount === 1
}

export const removePasskey = (accountId: string, id: string): Promise<number> =>
  onRecord((trx) => trx.from('core.identity_passkeys').where({ id, account_id: accountId }).delete(), {
    accountId,
  }) as unknown as Promise<number>

/** A log-in without a name: the key says whose it is. */
export async function beginPasskeyLogIn({ rpId }: Place) {
  const options = await generateAuthenticationOptions({ rpID: rpId, userVerification: 'required' })
  await keepChallenge(options.challenge, 'log_in', null)
  return options
}

/** The account a key proves, null for every answer that is not good, whatever is wrong with it. */
export async function provenByPasskey(
  response: AuthenticationResponseJSON,
  { rpId, origin }: Place
): Promise<string | null> {
  const key = await passkeys().where('credential_id', String(response.id)).first()
  if (!key) return null
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...{ response, expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true },
    expectedChallenge: (challenge) => takeChallenge(challenge, 'log_in', null),
    credential: {
      ...{ id: key.credential_id, counter: Number(key.counter), transports: key.transports },
      publicKey: new Uint8Array(key.public_key as Buffer),
    },
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) return null
  await passkeys()
    .where('id', key.id)
    .update({ counter: authenticationInfo.newCounter, last_used_at: new Date() })
  return key.account_id as string
}

const keepChallenge = (challenge: string, purpose: string, accountId: string | null) =>
  systemClient().rawQuery(
    `with old as (delete from core.identity_challenges where expires_at < now())
     insert into core.identity_challenges (challenge, purpose, account_id, expires_at) values (?, ?, ?, now() + make_interval(mins => ?))`,
    [challenge, purpose, accountId, MINUTES] as never
  )

async function takeChallenge(challenge: string, purpose: string, accountId: string | null): Promise<boolean> {
  const { rowCount } = await systemClient().rawQuery<{ rowCount: number }>(
    `delete from core.identity_challenges where challenge = ? and purpose = ? and account_id is not distinct from ?::uuid and expires_at > now()`,
    [challenge, purpose, accountId] as never
  )
  return rowCount === 1
}
