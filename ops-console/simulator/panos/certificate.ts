import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Certificate {
  key: string
  cert: string
  /** SHA-256, hex with colons. */
  fingerprint: string
}

/** A new self-signed pair in PEM, as a device makes at its first start. Needs `openssl`. */
export async function selfSigned(name: string): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'unia-certificate-'))
  const [keyFile, certFile] = ['key.pem', 'cert.pem'].map((file) => join(folder, file))
  try {
    const pair = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      keyFile,
      '-out',
      certFile,
    ]
    await run('openssl', ['req', '-x509', ...pair, '-days', '3650', '-subj', `/CN=${name}`])
    const [key, cert] = await Promise.all([readFile(keyFile, 'utf8'), readFile(certFile, 'utf8')])
    return { key, cert, fingerprint: new X509Certificate(cert).fingerprint256 }
  } finally {
    await rm(folder, { recursive: true })
  }
}
