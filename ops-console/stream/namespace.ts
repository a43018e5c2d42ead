import type { Knex } from 'knex'
import type { Namespace, Server, Socket } from 'socket.io'
import { Feed, forRoom, type RoomChanges } from './feed.ts'
import { findRoom, mayEnter, type OpsViewer, type Room } from './rooms.ts'
import { Ring } from './ring.ts'
import { snapshotWithIncidents, type Snapshot } from './snapshot.ts'

export interface OpsNamespaceOptions {
  /** Who is connecting; null refuses. Asked again every `recheckMs` and after `revoke`. */
  authenticate: (handshake: Socket['handshake']) => Promise<OpsViewer | null>
  knex: Knex
  /** Least time between two deltas, so that a device changes at most twice a second. */
  everyMs?: number
  recheckMs?: number
  onError?: (error: unknown) => void
}

export interface JoinReply {
  ok: boolean
  /** `forbidden` (also for a room that does not exist) or `unavailable` when not ok. */
  reason?: string
  room?: string
  seq?: number
  snapshot?: Snapshot
  /** Names the numbering of this room in this process; hand it back with the last `seq` to get only what was missed. */
  epoch?: string
  /** Instead of a snapshot: the deltas after the number that the client knows, in order. */
  missed?: { seq: number; changes: RoomChanges }[]
}

interface JoinRequest {
  room?: unknown
  epoch?: unknown
  seq?: unknown
}

interface Seat {
  viewer: OpsViewer
  rooms: Map<string, Room>
  /** Joins asked for and not answered yet; each costs a look at the database. */
  joining: number
  /** Rooms whose next message must be a whole snapshot, because deltas were left out. */
  behind: Set<string>
}

/** A page asks for two rooms at once, three at most. */
const JOINS_AT_ONCE = 8

/** How often rooms without anybody are looked for. */
const FORGET_EMPTY_MS = 300_000

/** A change of which nobody told is found after so long. */
const UNTOLD_MS = 3000

/** Packets waiting on a connection from which on it is spared deltas. */
const SLOW_AT = 16

/**
 * Namespace `/ops`. Client: `join` {room, epoch?, seq?} → {ok, room, epoch, seq, snapshot | missed}; `leave` {room}. Server: `delta` {room, seq,
 * changes}, `snapshot` {room, seq, snapshot} after a slow spell, `denied` {room} when a right is gone. A client that
 * sees a gap in `seq` joins again.
 *
 * @example const ops = attachOpsNamespace(io, { authenticate, knex }); await ops.close()
 */
export function attachOpsNamespace(io: Server, options: OpsNamespaceOptions) {
  const hub = new OpsHub(io.of('/ops'), options)
  hub.start()
  return {
    /** Rights of an account (undefined: of anybody) changed: its connections are checked at once. */
    revoke: (accountId?: string) => hub.recheck(accountId),
    /** Looks for changes now; a listener of `NOTIFY ops_console` calls it. */
    hint: () => hub.tick(),
    close: () => hub.close(),
  }
}

class OpsHub {
  #namespace: Namespace
  #options: OpsNamespaceOptions
  #feed: Feed
  #seats = new Map<Socket, Seat>()
  #rings = new Map<string, Ring<RoomChanges>>()
  /** Rooms that somebody joined; numbered on while they stand empty, so that who comes back misses nothing. */
  #known = new Map<string, Room>()
  #empty = new Set<string>()
  #timers: NodeJS.Timeout[] = []
  #ticking = false
  #lastTick = 0
  #later: NodeJS.Timeout | undefined

  constructor(namespace: Namespace, options: OpsNamespaceOptions) {
    this.#namespace = namespace
    this.#options = options
    this.#feed = new Feed(options.knex)
  }

  start() {
    const { everyMs = 500, recheckMs = 30_000 } = this.#options
    this.#namespace.use((socket, next) => void this.#admit(socket, next))
    this.#namespace.on('connection', (socket) => this.#listen(socket))
    this.#timers = [
      setInterval(() => void this.tick(), Math.max(everyMs, UNTOLD_MS)).unref(),
      setInterval(() => void this.recheck(), recheckMs).unref(),
      setInterval(() => this.#forgetEmpty(), FORGET_EMPTY_MS).unref(),
    ]
  }

  async close() {
    this.#timers.forEach(clearInterval)
    clearTimeout(this.#later)
    this.#namespace.local.disconnectSockets()
    while (this.#ticking) await new Promise((resolve) => setTimeout(resolve, 10))
  }

  /** One look at the database for all rooms; a hint that comes too soon brings a look as soon as one may be. */
  async tick() {
    const { everyMs = 500, onError = () => {} } = this.#options
    if (this.#known.size === 0) return
    const rest = this.#lastTick + everyMs - Date.now()
    if (this.#ticking || rest > 0) {
      this.#later ??= setTimeout(() => void this.#tickLater(), Math.max(rest, 1)).unref()
      return
    }
    this.#ticking = true
    this.#lastTick = Date.now()
    try {
      const changes = await this.#feed.next()
      if (changes) this.#send(changes)
      await this.#catchUp()
    } catch (error) {
      onError(error)
    } finally {
      this.#ticking = false
    }
  }

  #tickLater() {
    this.#later = undefined
    return this.tick()
  }

  /** A room that stood empty at two looks in a row is numbered anew when somebody comes. */
  #forgetEmpty() {
    const taken = new Set([...this.#seats.values()].flatMap(({ rooms }) => [...rooms.keys()]))
    const empty = [...this.#known.keys()].filter((name) => !taken.has(name))
    for (const name of empty.filter((one) => this.#empty.has(one))) {
      this.#known.delete(name)
      this.#rings.delete(name)
    }
    this.#empty = new Set(empty)
  }

  async recheck(accountId?: string) {
    const { authenticate, onError = () => {} } = this.#options
    for (const [socket, seat] of this.#seats) {
      if (accountId !== undefined && seat.viewer.accountId !== accountId) continue
      const viewer = await authenticate(socket.handshake).catch((error) => {
        onError(error)
        return accountId === undefined ? seat.viewer : null
      })
      if (!viewer || viewer.accountId !== seat.viewer.accountId) socket.disconnect(true)
      else this.#applyRights(socket, seat, viewer)
    }
  }

  #applyRights(socket: Socket, seat: Seat, viewer: OpsViewer) {
    seat.viewer = viewer
    for (const room of [...seat.rooms.values()]) {
      if (mayEnter(viewer, room)) continue
      this.#leave(socket, seat, room.name)
      socket.emit('denied', { room: room.name })
    }
  }

  async #admit(socket: Socket, next: (error?: Error) => void) {
    const viewer = await this.#options.authenticate(socket.handshake).catch(() => null)
    if (!viewer) return next(new Error('unauthorized'))
    socket.data.viewer = viewer
    next()
  }

  #listen(socket: Socket) {
    const seat: Seat = { viewer: socket.data.viewer, rooms: new Map(), behind: new Set(), joining: 0 }
    this.#seats.set(socket, seat)
    socket.once('disconnect', () => this.#seats.delete(socket))
    socket.on('join', (body: unknown, reply: unknown) => {
      if (typeof reply !== 'function') return
      if (seat.joining >= JOINS_AT_ONCE) return reply({ ok: false, reason: 'unavailable' })
      seat.joining++
      void this.#join(socket, seat, (body ?? {}) as JoinRequest)
        .catch((error): JoinReply => {
          this.#options.onError?.(error)
          return { ok: false, reason: 'unavailable' }
        })
        .then((answer) => reply(answer))
        .finally(() => seat.joining--)
    })
    socket.on('leave', (body: unknown) => {
      const room = (body as { room?: unknown } | null)?.room
      if (typeof room === 'string') this.#leave(socket, seat, room)
    })
  }

  async #join(socket: Socket, seat: Seat, asked: JoinRequest): Promise<JoinReply> {
    const room = await findRoom(this.#options.knex, asked.room)
    // The same answer for a unit that does not exist and one that is not theirs.
    if (!room || !mayEnter(seat.viewer, room)) return { ok: false, reason: 'forbidden' }
    await this.#feed.begin()
    const whole = this.#missed(room, asked) ? null : await this.#freshSnapshot(room)
    if (!mayEnter(seat.viewer, room) || !socket.connected) return { ok: false, reason: 'forbidden' }
    const content = whole ? { snapshot: whole } : { missed: this.#missed(room, asked) ?? undefined }
    const seq = this.#ring(room.name).seq
    seat.rooms.set(room.name, room)
    this.#known.set(room.name, room)
    seat.behind.delete(room.name)
    await socket.join(room.name)
    return { ok: true, room: room.name, epoch: this.#ring(room.name).epoch, seq, ...content }
  }

  #missed(room: Room, { epoch, seq }: JoinRequest) {
    const ring = this.#ring(room.name)
    return epoch === ring.epoch && typeof seq === 'number' ? ring.after(seq) : null
  }

  /** Made at the first joining, forgotten with its epoch when nobody came for a while. */
  #ring(name: string): Ring<RoomChanges> {
    const ring = this.#rings.get(name) ?? new Ring<RoomChanges>(name === 'city' ? 5000 : 200)
    this.#rings.set(name, ring)
    return ring
  }

  /** A snapshot during which no delta went out, so that none falls between it and the joining. */
  async #freshSnapshot(room: Room): Promise<Snapshot> {
    for (let attempt = 1; ; attempt++) {
      const { seq } = this.#ring(room.name)
      const whole = await this.#snapshotOf(room)
      if (seq === this.#ring(room.name).seq || attempt === 5) return whole
    }
  }

  #leave(socket: Socket, seat: Seat, name: string) {
    seat.rooms.delete(name)
    seat.behind.delete(name)
    void socket.leave(name)
  }

  async #snapshotOf(room: Room): Promise<Snapshot> {
    const whole = await snapshotWithIncidents(
      this.#options.knex,
      room.kind === 'city' ? 'city' : room.tenantId
    )
    if (room.kind !== 'device') return whole
    return {
      ...whole,
      devices: whole.devices.filter(({ id }) => id === room.deviceId),
      incidents: whole.incidents?.filter(({ deviceId }) => deviceId === room.deviceId),
    }
  }

  /** One encoding a room; slow connections are left out and get a snapshot when they have drained. */
  #send(changes: RoomChanges) {
    for (const room of this.#known.values()) {
      const part = forRoom(room, changes)
      if (!part) continue
      const seq = this.#ring(room.name).push(part, part.devices.length + (part.incidents?.length ?? 0) + 1)
      const spared = this.#markSlow(room.name)
      // Every process reads the database itself, so a delta stays in the process that numbered it.
      this.#namespace.local
        .to(room.name)
        .except(spared)
        .emit('delta', { room: room.name, seq, changes: part })
    }
  }

  #markSlow(room: string): string[] {
    const spared: string[] = []
    for (const [socket, seat] of this.#seats) {
      if (!seat.rooms.has(room)) continue
      if (seat.behind.has(room) || waiting(socket) >= SLOW_AT) {
        seat.behind.add(room)
        spared.push(socket.id)
      }
    }
    return spared
  }

  async #catchUp() {
    for (const [socket, seat] of this.#seats) {
      if (seat.behind.size === 0 || waiting(socket) > 0) continue
      for (const name of [...seat.behind]) {
        const room = seat.rooms.get(name)
        if (!room) continue
        const whole = await this.#freshSnapshot(room)
        seat.behind.delete(name)
        if (!seat.rooms.has(name)) continue
        socket.emit('snapshot', { room: name, seq: this.#ring(name).seq, snapshot: whole })
      }
    }
  }
}

/** Packets of a connection that the network has not taken yet. */
function waiting(socket: Socket): number {
  return (socket.conn as unknown as { writeBuffer?: unknown[] }).writeBuffer?.length ?? 0
}
