import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'

/** The user that every simulated device knows (RFC 3414, RFC 7860, RFC 3826). */
export interface UsmUser {
  user: string
  auth: AuthProtocol
  authKey: string
  priv: PrivProtocol
  privKey: string
}

export type AuthProtocol = 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512'
export type PrivProtocol = 'aes' | 'aes256b'

/** Hash, and octets of it that go into the message. */
const AUTH: Record<AuthProtocol, [hash: string, digest: number]> = {
  sha: ['sha1', 12],
  sha224: ['sha224', 16],
  sha256: ['sha256', 24],
  sha384: ['sha384', 32],
  sha512: ['sha512', 48],
}
const CIPHER: Record<PrivProtocol, [name: string, key: number]> = {
  aes: ['aes-128-cfb', 16],
  aes256b: ['aes-256-cfb', 32],
}
const STRETCHED = 1_048_576

const stretched = new Map<string, Buffer>()

/** Key of a password for one engine: a megabyte of it hashed, then bound to the engine (RFC 3414, A.2). */
export function localizedKey(auth: AuthProtocol, password: string, engine: Buffer): Buffer {
  const [hash] = AUTH[auth]
  const known = `${hash}/${password}`
  let master = stretched.get(known)
  if (!master) {
    const repeated = Buffer.alloc(STRETCHED, password, 'utf8')
    master = createHash(hash).update(repeated).digest()
    stretched.set(known, master)
  }
  return createHash(hash)
    .update(Buffer.concat([master, engine, master]))
    .digest()
}

export const digestLength = (auth: AuthProtocol) => AUTH[auth][1]

/** Digest of a whole message in which the place for it is zeros. */
export function digest(auth: AuthProtocol, key: Buffer, message: Buffer): Buffer {
  const [hash, length] = AUTH[auth]
  return createHmac(hash, key).update(message).digest().subarray(0, length)
}

export interface Sealing {
  priv: PrivProtocol
  /** Localized key, at least as long as the cipher's. */
  key: Buffer
  boots: number
  time: number
  salt: Buffer
}

export const encrypt = (sealing: Sealing, plain: Buffer) => {
  const cipher = createCipheriv(...cipherOf(sealing))
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

export const decrypt = (sealing: Sealing, sealed: Buffer) => {
  const decipher = createDecipheriv(...cipherOf(sealing))
  return Buffer.concat([decipher.update(sealed), decipher.final()])
}

/** Initial vector: boots, time, salt (RFC 3826, 3.1.2.1). @throws RangeError for a salt that is not 8 octets */
function cipherOf({ priv, key, boots, time, salt }: Sealing): [string, Buffer, Buffer] {
  const [name, length] = CIPHER[priv]
  if (salt.length !== 8) throw new RangeError('salt')
  const vector = Buffer.alloc(16)
  vector.writeUInt32BE(boots, 0)
  vector.writeUInt32BE(time, 4)
  salt.copy(vector, 8)
  return [name, key.subarray(0, length), vector]
}
