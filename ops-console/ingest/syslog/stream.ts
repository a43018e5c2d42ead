import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { plainAddress } from '../address.ts'
import type { Counters } from '../counters.ts'
import { Framer } from './framing.ts'

const MOST_CONNECTIONS = 2000
const MOST_FROM_ONE = 50
const IDLE_MS = 15 * 60_000
/** Messages handled before others get their turn. */
const SLICE = 200

interface Options {
  host: string
  port: number
  /** TLS with this certificate (RFC 5425); left out: plain TCP. */
  tls?: TlsOptions
  counters: Counters
  take: (bytes: Buffer, source: string) => void
  /** Settles when there is room for more: a stream can wait where a datagram is lost. */
  room: () => Promise<void> | null
}

/** Syslog over TCP or TLS. @throws Error `EADDRINUSE` and the like */
export async function openStream(options: Options) {
  const { host, port, tls } = options
  const open = new Set<Socket>()
  const serve = (socket: Socket) => accept(socket, open, options)
  const server: Server = tls
    ? createTlsServer({ ...tls, handshakeTimeout: 10_000 }, serve)
    : createServer(serve)
  server.maxConnections = MOST_CONNECTIONS
  server.on('tlsClientError', () => {})
  server.listen(port, host)
  await once(server, 'listening')
  server.on('error', () => {})
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

function accept(socket: Socket, open: Set<Socket>, options: Options) {
  const source = plainAddress(socket.remoteAddress)
  const alike = [...open].filter((one) => plainAddress(one.remoteAddress) === source)
  socket.on('error', () => {})
  if (alike.length >= MOST_FROM_ONE) return socket.destroy()
  open.add(socket)
  socket.setTimeout(IDLE_MS, () => socket.destroy())
  socket.once('close', () => open.delete(socket))
  void receive(socket, source, options)
}

/** Reads one connection to its end, one chunk after the other. */
async function receive(socket: Socket, source: string, { counters, take, room }: Options) {
  const framer = new Framer()
  try {
    for await (const chunk of socket) {
      const messages = framer.push(chunk as Buffer)
      for (let at = 0; at < messages.length; at++) {
        take(messages[at]!, source)
        if (at % SLICE === SLICE - 1) await new Promise(setImmediate)
      }
      await room()
    }
    const last = framer.end()
    if (last) take(last, source)
  } catch (error) {
    if ((error as { code?: string }).code === 'E_FRAMING') counters.malformed++
    socket.destroy()
  } finally {
    counters.truncated += framer.truncated
  }
}
