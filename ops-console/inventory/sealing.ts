import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export const KEY_VERSION = 1

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
export function unseal(key: Buffer, place: SecretPlace, sealed: Buffer): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    decipher.setAAD(associated(place)).setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    throw Object.assign(new Error('A stored credential cannot be opened'), { code: 'E_SECRET_UNREADABLE' })
  }
}
