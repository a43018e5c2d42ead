import { request, type IncomingMessage } from 'node:http'
import { ProbeError } from '../errors.ts'
import type { HttpReply } from './envelope.ts'
import { connectionError, openPinned, type Trust } from './pinned.ts'
import { LARGEST_REPLY } from './xml.ts'

export interface HttpQuestion {
  host: string
  port: number
  trust: Trust
  /** Sent in `X-PAN-KEY`. */
  key?: string
  form: Record<string, string>
}

/**
 * One POST to `/api/` over a connection of its own: the management server closes idle ones without a word.
 * @throws ProbeError no_answer, refused, authentication (certificate), malformed (`incomplete`, `too_large`)
 */
export async function postForm(question: HttpQuestion, signal: AbortSignal): Promise<HttpReply> {
  const socket = await openPinned(question, question.trust, signal)
  const abort = () => socket.destroy(new ProbeError('no_answer', 'timeout'))
  signal.addEventListener('abort', abort, { once: true })
  if (signal.aborted) abort()
  try {
    const response = await send(question, socket)
    return { status: response.statusCode ?? 0, text: await bodyOf(response) }
  } finally {
    signal.removeEventListener('abort', abort)
    socket.destroy()
  }
}

function send({ host, key, form }: HttpQuestion, socket: import('node:tls').TLSSocket) {
  const body = new URLSearchParams(form).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
    ...(key && { 'x-pan-key': key }),
  }
  return new Promise<IncomingMessage>((resolve, reject) => {
    const asking = request({
      ...{ host, path: '/api/', method: 'POST', headers },
      createConnection: () => socket,
      maxHeaderSize: 16_384,
    })
    asking.on('error', (error) => reject(connectionError(error)))
    asking.once('response', resolve)
    asking.end(body)
  })
}

function bodyOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  return new Promise((resolve, reject) => {
    response.on('data', (part: Buffer) => {
      length += part.length
      if (length > LARGEST_REPLY) response.destroy(new ProbeError('malformed', 'too_large'))
      else parts.push(part)
    })
    response.on('error', (error: Error) =>
      reject(error instanceof ProbeError ? error : new ProbeError('malformed', 'incomplete'))
    )
    response.once('end', () => {
      const announced = Number(response.headers['content-length'] ?? length)
      if (announced !== length) return reject(new ProbeError('malformed', 'incomplete'))
      resolve(Buffer.concat(parts).toString('utf8'))
    })
  })
}
