import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import parser from 'socket.io-msgpack-parser'
import type { Identity } from '../identity/identity.ts'
import { tenants } from '../tenancy/tenants.ts'
import { socketIdentity } from './socket_identity.ts'

const COALESCE_MS = 250
const RECHECK_MS = 30_000
/** A client this far behind gets a snapshot later instead of a growing buffer. */
const MAX_BUFFERED = 1_000_000

interface Joined {
  ok: boolean
  seq?: number
  snapshot?: unknown
  error?: string
}

/**
 * Socket.IO beside the web server. Every message of a room carries the room's next number; a client that misses one
 * joins again. Plugins add namespaces of their own (`service` in the manifest).
 */
export class LiveHub {
  readonly io = new Server({
    parser,
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: 1e5,
  })
  #seq = new Map<string, number>()
  #pending = new Map<string, unknown[]>()
  #timer: NodeJS.Timeout | null = null
  #recheck: NodeJS.Timeout | null = null

  attach(server: HttpServer) {
    this.io.attach(server)
    this.io.use((socket, next) => void this.#admit(socket, next))
    this.io.on('connection', (socket) => this.#welcome(socket))
    this.#recheck = setInterval(() => void this.recheck(), RECHECK_MS).unref()
  }

  /** Sends a change to everyone in a room: `account:<id>`, `unit:<slug>`, `city`. Changes within 250 ms go together. */
  publish(room: string, change: unknown) {
    this.#pending.set(room, [...(this.#pending.get(room) ?? []), change])
    this.#timer ??= setTimeout(() => this.#flush(), COALESCE_MS)
  }

  /** Looks again at who is behind each socket; ended sessions and lost roles close it. */
  async recheck(accountId?: string) {
    for (const socket of await this.io.fetchSockets()) {
      const known = socket.data.identity as Identity | undefined
      if (!known || (accountId && known.accountId !== accountId)) continue
      const identity = await socketIdentity(socket.data.cookie)
      if (!identity || [...socket.rooms].some((room) => room !== socket.id && !mayJoin(identity, room))) {
        socket.disconnect(true)
      }
    }
  }

  async close() {
    if (this.#timer) clearTimeout(this.#timer)
    if (!this.#recheck) return
    clearInterval(this.#recheck)
    await this.io.close()
  }

  async #admit(socket: Socket, next: (error?: Error) => void) {
    const identity = await socketIdentity(socket.handshake.headers.cookie).catch(() => null)
    if (!identity) return next(new Error('E_LOG_IN_NEEDED'))
    socket.data.identity = identity
    socket.data.cookie = socket.handshake.headers.cookie
    next()
  }

  #welcome(socket: Socket) {
    const identity = socket.data.identity as Identity
    void socket.join(`account:${identity.accountId}`)
    socket.on('join', async (request: { room?: unknown }, ack?: (answer: Joined) => void) => {
      const room = String(request?.room ?? '')
      if (!mayJoin(identity, room)) return ack?.({ ok: false, error: 'E_NOT_FOUND' })
      await socket.join(room)
      ack?.({ ok: true, seq: this.#seq.get(room) ?? 0, snapshot: null })
    })
    socket.on('leave', (request: { room?: unknown }) => void socket.leave(String(request?.room ?? '')))
  }

  #flush() {
    this.#timer = null
    for (const [room, changes] of this.#pending) {
      const seq = (this.#seq.get(room) ?? 0) + 1
      this.#seq.set(room, seq)
      for (const id of this.io.of('/').adapter.rooms.get(room) ?? []) {
        const socket = this.io.of('/').sockets.get(id)
        if (!socket || bufferedBytes(socket) > MAX_BUFFERED) continue
        socket.emit('delta', { room, seq, changes })
      }
    }
    this.#pending.clear()
  }
}

export function mayJoin(identity: Identity, room: string): boolean {
  const [kind, name = ''] = room.split(/:(.*)/s)
  if (kind === 'account') return name === identity.accountId
  if (kind === 'city') return identity.cityRoles().length > 0
  const tenant = kind === 'unit' ? tenants.bySlug(name) : null
  return tenant !== null && identity.rolesIn(tenant.id).length > 0
}

function bufferedBytes(socket: Socket): number {
  const transport = socket.conn.transport as unknown as { socket?: { bufferedAmount?: number } }
  return transport.socket?.bufferedAmount ?? 0
}

export const live = new LiveHub()
