import { request } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { ProbeError } from '../errors.ts'

export interface SepmAddress {
  host: string
  port: number
  /** SHA-256 of the server's certificate, hexadecimal with or without colons. */
  fingerprint?: string
  /** PEM of the authority that signed the certificate, when it is not pinned. */
  ca?: string
}

export interface SepmReply {
  status: number
  body: string
}

export interface SepmCall {
  method: 'GET' | 'POST'
  path: string
  token?: string
  json?: unknown
  signal: AbortSignal
}

const LONGEST_BODY = 32 * 1024 * 1024
const CUT = new Set(['ECONNRESET', 'EPIPE'])
const bare = (fingerprint: string) => fingerprint.replaceAll(':', '').toLowerCase()

/**
 * One call over a connection of its own, because SEPM 14.3 refuses reused ones. A read that is cut is asked once more;
 * a command never is, since it may have been accepted. Nothing is sent before the certificate was checked.
 */
export async function send(address: SepmAddress, call: SepmCall): Promise<SepmReply> {
  try {
    return await once(address, call)
  } catch (error) {
    const repeatable = call.method === 'GET' && CUT.has((error as NodeJS.ErrnoException).code ?? '')
    if (!repeatable || call.signal.aborted) throw failure(error)
    return once(address, call).catch((again) => {
      throw failure(again)
    })
  }
}

function once(address: SepmAddress, call: SepmCall): Promise<SepmReply> {
  const body = call.json === undefined ? undefined : JSON.stringify(call.json)
  return new Promise((resolve, reject) => {
    const asked = request({
      host: address.host,
      port: address.port,
      path: `/sepm/api/v1${call.path}`,
      method: call.method,
      agent: false,
      ca: address.ca,
      rejectUnauthorized: !address.fingerprint,
      signal: call.signal,
      headers: {
        accept: 'application/json',
        connection: 'close',
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        }),
        ...(call.token && { authorization: `Bearer ${call.token}` }),
      },
    })
    asked.on('error', reject)
    asked.on('socket', (socket) =>
      socket.once('secureConnect', () => {
        if (pinned(socket as TLSSocket, address)) asked.end(body)
        else asked.destroy(new ProbeError('authentication', 'the certificate is not the pinned one'))
      })
    )
    asked.on('response', (response) => {
      const parts: Buffer[] = []
      let length = 0
      response.on('data', (part: Buffer) => {
        length += part.length
        if (length > LONGEST_BODY) response.destroy(new ProbeError('malformed', 'the reply is too long'))
        else parts.push(part)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') })
      )
    })
  })
}

function pinned(socket: TLSSocket, { fingerprint }: SepmAddress) {
  return !fingerprint || bare(socket.getPeerCertificate().fingerprint256 ?? '') === bare(fingerprint)
}

function failure(error: unknown): ProbeError {
  if (error instanceof ProbeError) return error
  const { name, code = '' } = error as NodeJS.ErrnoException
  if (name === 'AbortError' || CUT.has(code) || code === 'ETIMEDOUT') {
    return new ProbeError('no_answer', `no reply (${code || name})`)
  }
  if (/CERT|SELF_SIGNED|ALTNAME/.test(code)) return new ProbeError('authentication', `certificate: ${code}`)
  return new ProbeError('refused', code || name)
}
