import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { isIP } from 'node:net'
import { ProbeError } from '../errors.ts'

/** How a certificate is known: by its SHA-256 fingerprint, confirmed by a person at enrolment, or by its authority. */
export type Trust = { fingerprint: string; ca?: undefined } | { ca: string; fingerprint?: undefined }

/** Hexadecimal digits only, so that `AA:BB` and `aabb` are the same. */
export const bareFingerprint = (fingerprint: string) => fingerprint.replace(/[^0-9a-f]/gi, '').toLowerCase()

/**
 * TLS options for a device. Without an authority the chain is not verified by TLS, so the caller must compare the
 * fingerprint (`certificateProblem`) before it sends anything.
 * @throws ProbeError authentication `certificate_unknown` when there is neither an authority nor a whole fingerprint
 */
export function trusting(trust: Trust, host: string): ConnectionOptions {
  const usual: ConnectionOptions = { minVersion: 'TLSv1.2', servername: isIP(host) ? '' : host }
  if (trust.ca) return { ...usual, ca: trust.ca }
  if (!trust.fingerprint || bareFingerprint(trust.fingerprint).length !== 64) {
    throw new ProbeError('authentication', 'certificate_unknown')
  }
  return { ...usual, rejectUnauthorized: false }
}

/** What is wrong with the certificate of a socket whose handshake is over; null: it is the one that was enrolled. */
export function certificateProblem(socket: TLSSocket, trust: Trust): ProbeError | null {
  if (trust.ca) return socket.authorized ? null : new ProbeError('authentication', 'certificate_untrusted')
  const shown = socket.getPeerX509Certificate()?.fingerprint256
  const same = shown && bareFingerprint(shown) === bareFingerprint(trust.fingerprint!)
  return same ? null : new ProbeError('authentication', 'certificate_changed')
}

/**
 * A TLS connection to a device that has shown the enrolled certificate; nothing has been sent over it yet.
 * @throws ProbeError authentication, refused, no_answer
 */
export async function openPinned(at: { host: string; port: number }, trust: Trust, signal: AbortSignal) {
  const options = trusting(trust, at.host)
  signal.throwIfAborted()
  const socket = connect({ ...options, host: at.host, port: at.port })
  return new Promise<TLSSocket>((resolve, reject) => {
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    const abort = () => fail(new ProbeError('no_answer', 'timeout'))
    signal.addEventListener('abort', abort, { once: true })
    socket.on('error', (error) => fail(connectionError(error)))
    socket.once('close', () => fail(new ProbeError('no_answer', 'closed')))
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', abort)
      const problem = certificateProblem(socket, trust)
      return problem ? fail(problem) : resolve(socket)
    })
  })
}

/** Words for an error of a socket; they name no address and no secret. */
export function connectionError(error: Error & { code?: string }): ProbeError {
  if (error instanceof ProbeError) return error
  const code = error.code ?? ''
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES|EADDRNOTAVAIL)$/.test(code))
    return new ProbeError('refused', code)
  if (/CERT|SIGNATURE|ISSUER|ALTNAME/.test(code))
    return new ProbeError('authentication', 'certificate_untrusted')
  if (/^(ERR_SSL|EPROTO|HPE_|ERR_TLS)/.test(code)) return new ProbeError('malformed', code)
  return new ProbeError('no_answer', code || 'closed')
}
