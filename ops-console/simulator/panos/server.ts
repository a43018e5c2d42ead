import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createHttps, type Server as HttpsServer } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { selfSigned, type Certificate } from './certificate.ts'
import { PanosFirewall } from './firewall.ts'
import { panosFault, type PanosSubject } from './subject.ts'
import { deliver } from './delivery.ts'

const MOST_AT_ONCE = 5
const LARGEST_BODY = 16_384

/**
 * Firewalls on addresses of their own behind one HTTPS server: TLS and HTTP exist once, a firewall costs a listening
 * socket.
 */
export class PanosServer {
  readonly certificate: Certificate
  #usual: HttpsServer
  #changed: HttpsServer | null = null
  #listeners: Server[] = []
  #sockets = new Set<Socket>()
  #firewalls = new WeakMap<object, PanosFirewall>()

  constructor() {
    this.certificate = selfSigned('symulator')
    this.#usual = this.#https(this.certificate)
  }

  /** @throws Error of the system when the address is taken or does not exist */
  async listen(subject: PanosSubject, host: string, port: number) {
    const firewall = new PanosFirewall(subject)
    const listener = createServer((socket) => this.#accept(socket, firewall))
    listener.listen(port, host)
    await once(listener, 'listening')
    listener.on('error', () => {})
    this.#listeners.push(listener)
    return { firewall, host, port: (listener.address() as AddressInfo).port }
  }

  stop() {
    for (const listener of this.#listeners) listener.close()
    for (const socket of this.#sockets) socket.destroy()
    this.#listeners = []
  }

  #https({ key, cert }: Certificate): HttpsServer {
    const server = createHttps({ key, cert, minVersion: 'TLSv1.2' }, (asked, reply) => {
      void this.#answer(asked, reply).catch(() => reply.destroy())
    })
    server.on('secureConnection', (secure) => {
      const raw = (secure as unknown as { _parent?: object })._parent
      const firewall = raw && this.#firewalls.get(raw)
      if (firewall) this.#firewalls.set(secure, firewall)
    })
    server.on('tlsClientError', (_, secure) => secure.destroy())
    return server
  }

  #accept(socket: Socket, firewall: PanosFirewall) {
    const { subject } = firewall
    this.#sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => this.#sockets.delete(socket))
    if (subject.reachable === false || panosFault(subject, 'mute')) return void socket.resume()
    this.#firewalls.set(socket, firewall)
    const changed = panosFault(subject, 'certificateChanged')
    const server = changed ? (this.#changed ??= this.#https(selfSigned('nowy'))) : this.#usual
    server.emit('connection', socket)
  }

  async #answer(asked: IncomingMessage, reply: ServerResponse) {
    const firewall = this.#firewalls.get(asked.socket)
    if (!firewall) return void reply.destroy()
    firewall.busy++
    try {
      if (firewall.busy > MOST_AT_ONCE || panosFault(firewall.subject, 'busy')) {
        return void reply
          .writeHead(503, { 'content-type': 'text/html' })
          .end('<html>Service Unavailable</html>')
      }
      const form = await formOf(asked)
      const key = asked.headers['x-pan-key']
      await deliver(reply, firewall.subject, firewall.answer(form, typeof key === 'string' ? key : undefined))
    } finally {
      firewall.busy--
    }
  }
}

async function formOf(asked: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const part of asked) {
    text += part
    if (text.length > LARGEST_BODY) throw new RangeError('too_large')
  }
  const { searchParams } = new URL(asked.url ?? '/', 'https://simulated')
  return new URLSearchParams([...searchParams, ...new URLSearchParams(text)])
}
