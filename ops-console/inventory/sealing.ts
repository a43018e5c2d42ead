import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Keys by which secrets are sealed: the present one, and while keys are exchanged the one before. */
export interface DataKeys {
  version: number
  key: Buffer
  former: Buffer | null
}

/** What a secret belongs to; it is bound into the seal, so a secret cannot be moved to another device. */
export interface SecretPlace {
  tenantId: number
  deviceId: string
  field: string
}

/**
 * Key that seals credentials of devices, 32 bytes, from `UNIA_DATA_KEY` (base64).
 * @throws Error `E_DATA_KEY` when it is missing or of another length
 */
export function dataKey(encoded = process.env.UNIA_DATA_KEY): Buffer {
  const key = Buffer.from(encoded ?? '', 'base64')
  if (key.length !== 32) {
    throw Object.assign(new Error('UNIA_DATA_KEY must be 32 bytes in base64'), { code: 'E_DATA_KEY' })
  }
  return key
}

/** One key alone counts as version 1. */
export const sealedWith = (keys: Buffer | DataKeys): DataKeys =>
  Buffer.isBuffer(keys) ? { version: 1, key: keys, former: null } : keys

/**
 * Keys from the environment: `UNIA_DATA_KEY`, its number `UNIA_DATA_KEY_VERSION` (1 when not set) and, during an
 * exchange, `UNIA_DATA_KEY_FORMER`.
 * @throws Error `E_DATA_KEY` when one of them is no key or no number
 */
export function dataKeys(env: NodeJS.ProcessEnv = process.env): DataKeys {
  const version = Number(env.UNIA_DATA_KEY_VERSION ?? 1)
  if (!Number.isInteger(version) || version < 1) {
    throw Object.assign(new Error('UNIA_DATA_KEY_VERSION must be a whole number'), { code: 'E_DATA_KEY' })
  }
  const former = env.UNIA_DATA_KEY_FORMER
  return { version, key: dataKey(env.UNIA_DATA_KEY), former: former ? dataKey(former) : null }
}

const associated = (place: SecretPlace) =>
  Buffer.from(`${place.tenantId}\n${place.deviceId}\n${place.field}`, 'utf8')

/** AES-256-GCM: 12 bytes of nonce, 16 bytes of tag, cipher text. */
export function seal(key: Buffer, place: SecretPlace, secret: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated(place))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws Error `E_SECRET_UNREADABLE` when key, place or bytes are not those it was sealed with */
export function unseal(keys: Buffer | DataKeys, place: SecretPlace, sealed: Buffer): string {
  const { key, former } = sealedWith(keys)
  const found = tryKey(key, place, sealed) ?? (former && tryKey(former, place, sealed))
  if (found !== null) return found
  throw Object.assign(new Error('A stored credential cannot be opened'), { code: 'E_SECRET_UNREADABLE' })
}

function tryKey(key: Buffer, place: SecretPlace, sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    decipher.setAAD(associated(place)).setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
