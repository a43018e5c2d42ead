import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Letter {
  to: string
  subject: string
  id: string
  raw: string
}

/** A mail server on loopback. `refuse` decides over each recipient: a number is the SMTP code of the refusal. */
export async function aMailServer() {
  const letters: Letter[] = []
  const state = { refuse: (_address: string): number | null => null }
  const server = new SMTPServer({
    authOptional: true,
    onRcptTo({ address }, _session, done) {
      const code = state.refuse(address)
      done(code ? Object.assign(new Error('not now'), { responseCode: code }) : null)
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(letterOf(Buffer.concat(parts).toString(), session.envelope.rcptTo[0]!.address))
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    ...{ letters, state, port, url: `smtp://127.0.0.1:${port}` },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

const header = (raw: string, name: string) =>
  new RegExp(`^${name}: ((?:.*)(?:\\r\\n[ \\t].*)*)`, 'mi').exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''

const letterOf = (raw: string, to: string): Letter => ({
  ...{ to, raw },
  subject: decoded(header(raw, 'Subject')),
  id: header(raw, 'Message-ID'),
})

/** RFC 2047 words as the mail program shows them. */
const decoded = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : Buffer.from(
            word
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/g, (__, hex) => String.fromCharCode(parseInt(hex, 16))),
            'latin1'
          ).toString()
    )

export interface Posted {
  headers: Record<string, string | undefined>
  body: string
}

/** A system that listens for webhooks; `answer` decides what it says. */
export async function aListener() {
  const posted: Posted[] = []
  const state = { answer: (): number | 'never' => 204 }
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      posted.push({ headers: request.headers as Posted['headers'], body: Buffer.concat(parts).toString() })
      const status = state.answer()
      if (status !== 'never') response.writeHead(status).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    ...{ posted, state, url: `http://127.0.0.1:${port}/alarms` },
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}
