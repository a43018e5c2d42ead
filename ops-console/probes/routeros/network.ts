import { ProbeError } from '#ops/probes/errors'

const REFUSED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES', 'EPERM'])

/** node-routeros reports these with a negative number and no message, so they are taken from the socket. */
export function networkError(error: NodeJS.ErrnoException): ProbeError {
  const code = error.code ?? 'connection failed'
  if (/SSL|TLS|CERT/.test(code)) return new ProbeError('malformed', `No TLS with this router (${code})`)
  return new ProbeError(REFUSED.has(code) ? 'refused' : 'no_answer', `Connection failed (${code})`)
}

const plain = (fingerprint: string) => fingerprint.replaceAll(':', '').toLowerCase()

/** Null when the certificate is the one that was confirmed. */
export function pinMismatch(seen: string | undefined, pinned: string | undefined): ProbeError | null {
  if (seen && pinned && plain(seen) === plain(pinned)) return null
  return new ProbeError('authentication', pinned ? 'Certificate changed' : 'Certificate not confirmed')
}
