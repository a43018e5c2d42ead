import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { secrets } from '../database/connections.ts'

const key = () => Buffer.from(secrets().dataKey, 'base64')

/** AES-256-GCM; `context` (what and whose it is) must be the same when opening. Text form `v1.<iv>.<tag>.<data>`. */
export function seal(text: string, context: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(context))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', iv, cipher.getAuthTag(), data]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.')
}

/** Throws when the text was changed or sealed for another context. */
export function open(sealed: string, context: string): string {
  const [version, iv, tag, data] = sealed.split('.')
  if (version !== 'v1' || !iv || !tag || data === undefined) throw new Error('E_SEALED_TEXT: unknown form')
  const decipher = createDecipheriv('aes-256-gcm', key(), Buffer.from(iv, 'base64url'))
  decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8')
}

/** Keyed hash for finding a secret value (PESEL) without storing it in clear. */
export const indexHash = (value: string, context: string): string =>
  createHmac('sha256', secrets().indexKey).update(`${context}:${value}`).digest('hex')

/** For random tokens of 256 bits, where no key is needed. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
