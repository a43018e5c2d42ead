import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto'

const EC_WITH_SHA256 = '06082a8648ce3d040302'
const COMMON_NAME = '0603550403'

const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const hex = (text: string) => Buffer.from(text, 'hex')

export interface Certificate {
  key: string
  cert: string
  /** SHA-256, hexadecimal with colons. */
  fingerprint: string
}

/** A self-signed certificate (RFC 5280, ECDSA P-256), as a firewall makes one for itself at its first start. */
export function selfSigned(name: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = tlv(0x30, hex(EC_WITH_SHA256))
  const subject = tlv(0x30, tlv(0x31, tlv(0x30, hex(COMMON_NAME), tlv(0x0c, Buffer.from(name)))))
  const body = tlv(
    0x30,
    tlv(0xa0, hex('020102')),
    tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    subject,
    tlv(0x30, utcTime('240101000000Z'), utcTime('440101000000Z')),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, tlv(0x30, basicConstraints()))
  )
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)])
  const der = tlv(0x30, body, algorithm, tlv(0x03, signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: new X509Certificate(der).toString(),
    fingerprint: createHash('sha256')
      .update(der)
      .digest('hex')
      .toUpperCase()
      .replace(/(..)(?=.)/g, '$1:'),
  }
}

const utcTime = (text: string) => tlv(0x17, Buffer.from(text))
const basicConstraints = () => tlv(0x30, hex('0603551d13'), hex('0101ff'), tlv(0x04, hex('30030101ff')))
