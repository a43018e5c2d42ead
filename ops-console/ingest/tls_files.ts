import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { TlsOptions } from 'node:tls'
import type { IngestSettings } from './settings.ts'

const run = promisify(execFile)

/**
 * Certificate of the TLS receiver: the one the settings name, or one made once for this machine with openssl and
 * signed by itself. Null: there is neither, so TLS stays closed.
 */
export async function tlsOptions({ tls, simulatorMap }: IngestSettings): Promise<TlsOptions | null> {
  const ca = tls.ca ? { ca: await readFile(tls.ca), requestCert: true, rejectUnauthorized: true } : {}
  if (tls.certificate && tls.key) {
    return { cert: await readFile(tls.certificate), key: await readFile(tls.key), ...ca }
  }
  const folder = join(dirname(simulatorMap), 'syslog-tls')
  const [cert, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const kept = await bothOf(cert, key)
  if (kept) return { ...kept, ...ca }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const subject = ['-subj', '/CN=unia-syslog', '-days', '3650', '-keyout', key, '-out', cert]
  const made = await run('openssl', [...asked, ...subject], { timeout: 20_000 }).catch(() => null)
  const fresh = made && (await bothOf(cert, key))
  return fresh ? { ...fresh, ...ca } : null
}

async function bothOf(certificate: string, key: string) {
  const files = await Promise.all([certificate, key].map((path) => readFile(path).catch(() => null)))
  return files[0] && files[1] ? { cert: files[0], key: files[1] } : null
}
