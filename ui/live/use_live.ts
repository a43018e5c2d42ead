import { useEffect, useRef, useState } from 'react'
import type { Socket } from 'socket.io-client'
import { judge } from './sequence.ts'
import type { Delta } from './sequence.ts'

export type LiveStatus = 'connected' | 'reconnecting' | 'offline'

export interface LiveHandlers<Snapshot, Change> {
  /** The whole state of a room; also after every reconnection and every lost delta. */
  snapshot: (room: string, snapshot: Snapshot) => void
  delta: (room: string, changes: Change) => void
  /** The room is not for this person, or does not exist. */
  refused?: (room: string, error: string) => void
}

type Answer<Snapshot, Change> =
  | {
      ok: true
      seq: number
      /** Names the numbering; a namespace without one answers every joining with a snapshot. */
      epoch?: string
      snapshot?: Snapshot
      missed?: { seq: number; changes: Change }[]
    }
  | { ok: false; error: string }

/**
 * Live state of rooms: a snapshot, then deltas in order. The client library is fetched when first used.
 * @example const { status } = useLive('/ops', ['city'], { snapshot: show, delta: merge })
 */
export function useLive<Snapshot, Change>(
  namespace: string,
  rooms: string[],
  handlers: LiveHandlers<Snapshot, Change>
): { status: LiveStatus } {
  const [status, setStatus] = useState<LiveStatus>('reconnecting')
  const current = useRef(handlers)
  useEffect(() => {
    current.current = handlers
  })
  const wanted = rooms.join('\n')

  useEffect(() => {
    let socket: Socket | null = null
    let gone = false
    void connect(namespace).then(
      (opened) => {
        if (gone) return opened.close()
        socket = opened
        follow<Snapshot, Change>(opened, wanted.split('\n').filter(Boolean), current, setStatus)
        opened.connect()
      },
      () => setStatus('offline')
    )
    return () => {
      gone = true
      socket?.close()
    }
  }, [namespace, wanted])
  return { status }
}

async function connect(namespace: string): Promise<Socket> {
  const [{ io }, parser] = await Promise.all([import('socket.io-client'), import('socket.io-msgpack-parser')])
  return io(namespace, {
    autoConnect: false,
    forceNew: true,
    withCredentials: true,
    transports: ['websocket', 'polling'],
    reconnectionDelayMax: 10_000,
    parser: 'default' in parser ? parser.default : parser,
  })
}

type Current<Snapshot, Change> = { current: LiveHandlers<Snapshot, Change> }

function follow<Snapshot, Change>(
  socket: Socket,
  rooms: string[],
  handlers: Current<Snapshot, Change>,
  onStatus: (status: LiveStatus) => void
) {
  const known = new Map<string, number>()
  const left = new Map<string, { epoch: string; seq: number }>()
  const joining = new Set<string>()

  const join = async (room: string) => {
    if (joining.has(room)) return
    joining.add(room)
    known.delete(room)
    const last = left.get(room)
    try {
      const answer = (await socket.timeout(10_000).emitWithAck('join', {
        room,
        ...last,
      })) as Answer<Snapshot, Change>
      if (!answer.ok) return handlers.current.refused?.(room, answer.error)
      known.set(room, answer.seq)
      if (answer.epoch) left.set(room, { epoch: answer.epoch, seq: answer.seq })
      if (answer.missed) answer.missed.forEach(({ changes }) => handlers.current.delta(room, changes))
      else handlers.current.snapshot(room, answer.snapshot as Snapshot)
    } catch {
      if (socket.connected) setTimeout(() => void join(room), 3_000)
    } finally {
      joining.delete(room)
    }
  }

  socket.on('connect', () => {
    onStatus('connected')
    rooms.forEach((room) => void join(room))
  })
  socket.on('disconnect', (reason) => {
    onStatus(socket.active ? 'reconnecting' : 'offline')
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 5_000)
  })
  socket.on('connect_error', () => onStatus(socket.active ? 'reconnecting' : 'offline'))
  // After a slow spell the server sends the whole state instead of what was left out.
  socket.on('snapshot', ({ room, seq, snapshot }: { room: string; seq: number; snapshot: Snapshot }) => {
    if (!known.has(room)) return
    known.set(room, seq)
    const mark = left.get(room)
    if (mark) mark.seq = seq
    handlers.current.snapshot(room, snapshot)
  })
  socket.on('delta', (delta: Delta<Change>) => {
    const verdict = judge(known.get(delta.room), delta)
    if (verdict === 'snapshot') return void join(delta.room)
    if (verdict === 'ignore') return
    known.set(delta.room, delta.seq)
    const mark = left.get(delta.room)
    if (mark) mark.seq = delta.seq
    handlers.current.delta(delta.room, delta.changes)
  })
}
