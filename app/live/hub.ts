import type { Server as HttpServer } from 'node:http'
import logger from '@adonisjs/core/services/logger'
import { Server, type Socket } from 'socket.io'
import parser from 'socket.io-msgpack-parser'
import type { Identity } from '../identity/identity.ts'
import { tenants } from '../tenancy/tenants.ts'
import { ownOrigin } from './own_origin.ts'
import { joinProcesses } from './processes.ts'
import { socketIdentity } from './socket_identity.ts'

const COALESCE_MS = 250
const RECHECK_MS = 30_000
/** A client this far behind misses messages instead of filling a buffer; the next it gets shows the gap. */
const MAX_BUFFERED = { bytes: 1_000_000, packets: 64 }

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
    // Cookies go along with a handshake from any page, so the page must be one of ours.
    allowRequest: ({ headers }, answer) => answer(null, ownOrigin(headers)),
  })
  #seq = new Map<string, number>()
  #pending = new Map<string, { here: unknown[]; across: unknown[] }>()
  #processes: ReturnType<typeof joinProcesses> | null = null
  /** Rooms with changes that other processes could not be told of. */
  #untold = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #recheck: NodeJS.Timeout | null = null

  /** @param redisUrl where other web processes are met; without it this one is alone */
  attach(server: HttpServer, redisUrl?: string) {
    if (redisUrl) this.#meet(redisUrl)
    this.io.attach(server)
    this.io.use((socket, next) => void this.#admit(socket, next))
    this.io.on('connection', (socket) => this.#welcome(socket))
    this.#recheck = setInterval(() => void this.recheck(), RECHECK_MS).unref()
  }

  /**
   * Sends a change to everyone in a room: `account:<id>`, `unit:<slug>`, `city`. Changes within 250 ms go together.
   * `everywhere`: to the browsers of all web processes; false for what each process learns by itself.
   */
  publish(room: string, change: unknown, { everywhere = true } = {}) {
    const pending = this.#pending.get(room) ?? { here: [], across: [] }
    pending.here.push(change)
    if (everywhere) pending.across.push(change)
    this.#pending.set(room, pending)
    this.#timer ??= setTimeout(() => this.#flush(), COALESCE_MS)
  }

  /** Looks again at who is behind each socket; ended sessions and lost roles close it. */
  async recheck(accountId?: string) {
    for (const socket of await this.io.local.fetchSockets()) {
      const known = socket.data.identity as Identity | undefined
      if (!known || (accountId && known.accountId !== accountId)) continue
      const identity = await socketIdentity(socket.data.cookie).catch((error: unknown) => {
        // A database that is away ends nobody's connection; a page cannot be read without it either.
        logger.warn({ err: error }, 'live connection not checked')
        return known
      })
      socket.data.identity = identity
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
    this.#processes?.close()
  }

  #meet(redisUrl: string) {
    this.#processes = joinProcesses(this.io, redisUrl, () => this.#afterSilence())
    this.io.on('changes', (room: string, changes: unknown[]) => this.#send(room, changes))
    this.io.on('missed', (rooms: string[]) => rooms.forEach((room) => this.#skip(room)))
  }

  async #admit(socket: Socket, next: (error?: Error) => void) {
    const identity = await socketIdentity(socket.handshake.headers.cookie).catch(() => null)
    if (!identity) return next(new Error('E_LOG_IN_NEEDED'))
    socket.data.identity = identity
    socket.data.cookie = socket.handshake.headers.cookie
    next()
  }

  #welcome(socket: Socket) {
    const { accountId } = socket.data.identity as Identity
    void socket.join(`account:${accountId}`)
    socket.on('join', (request: unknown, ack: unknown) => {
      const answer = (joined: Joined) => void (typeof ack === 'function' && ack(joined))
      const room = roomNamed(request)
      if (!mayJoin(socket.data.identity as Identity, room)) return answer({ ok: false, error: 'E_NOT_FOUND' })
      void socket.join(room)
      answer({ ok: true, seq: this.#seq.get(room) ?? 0, snapshot: null })
    })
    socket.on('leave', (request: unknown) => void socket.leave(roomNamed(request)))
  }

  #flush() {
    this.#timer = null
    for (const [room, { here, across }] of this.#pending) {
      this.#send(room, here)
      if (across.length) this.#tellOthers(room, across)
    }
    this.#pending.clear()
  }

  /** Every process numbers by itself; a page that changes process joins anew. */
  #send(room: string, changes: unknown[]) {
    const seq = (this.#seq.get(room) ?? 0) + 1
    this.#seq.set(room, seq)
    for (const id of this.io.of('/').adapter.rooms.get(room) ?? []) {
      const socket = this.io.of('/').sockets.get(id)
      if (!socket || isBehind(socket)) continue
      socket.emit('delta', { room, seq, changes })
    }
  }

  #tellOthers(room: string, changes: unknown[]) {
    if (!this.#processes) return
    if (this.#processes.isStanding()) this.io.serverSideEmit('changes', room, changes)
    else this.#untold.add(room)
  }

  /** Redis was away: nobody knows what was missed, so pages see a gap in the numbers and ask anew. */
  #afterSilence() {
    if (this.#untold.size) this.io.serverSideEmit('missed', [...this.#untold])
    this.#untold.clear()
    for (const room of this.#seq.keys()) this.#skip(room)
  }

  #skip(room: string) {
    this.#seq.set(room, (this.#seq.get(room) ?? 0) + 1)
    this.#send(room, [])
  }
}

/** What a client sends may be of any shape; what is no text names no room. */
function roomNamed(request: unknown): string {
  const room = (request as { room?: unknown } | null | undefined)?.room
  return typeof room === 'string' ? room : ''
}

export function mayJoin(identity: Identity, room: string): boolean {
  const [kind, name = ''] = room.split(/:(.*)/s)
  if (kind === 'account') return name === identity.accountId
  if (kind === 'city') return identity.cityRoles().length > 0
  const tenant = kind === 'unit' ? tenants.bySlug(name) : null
  return tenant?.status === 'open' && identity.rolesIn(tenant.id).length > 0
}

/** Packets wait in front of a transport that has not finished the last ones, bytes within it. */
function isBehind({ conn }: Socket): boolean {
  const { writeBuffer = [] } = conn as unknown as { writeBuffer?: unknown[] }
  const transport = conn.transport as unknown as { socket?: { bufferedAmount?: number } }
  const bytes = transport.socket?.bufferedAmount ?? 0
  return writeBuffer.length > MAX_BUFFERED.packets || bytes > MAX_BUFFERED.bytes
}

export const live = new LiveHub()
