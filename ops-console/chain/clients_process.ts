import { io as connect, type Socket } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import { servePart } from './part.ts'

export interface ClientsInput {
  port: number
  clients: number
}

export interface ClientCounts {
  deltas: number
  changes: number
  /** Deltas that are missing between two others. */
  gaps: number
  /** Milliseconds from the reading to the client, of at most 200,000 changes since the last question. */
  delays: number[]
}

interface Delta {
  seq: number
  changes: { devices: { id: string; lastAnswerAt: string | null }[] }
}

const MOST_DELAYS = 200_000
const sockets: Socket[] = []
const counts: ClientCounts = { deltas: 0, changes: 0, gaps: 0, delays: [] }

/** A browser on the wall: joins the city's room and takes what comes. */
async function openClient(port: number) {
  const socket = connect(`http://127.0.0.1:${port}/ops`, {
    parser,
    transports: ['websocket'],
    forceNew: true,
  })
  sockets.push(socket)
  let last: number | null = null
  const answered = new Map<string, string>()
  socket.on('delta', ({ seq, changes }: Delta) => {
    if (last !== null && seq > last + 1) counts.gaps += seq - last - 1
    last = seq
    counts.deltas++
    counts.changes += changes.devices.length
    const now = Date.now()
    for (const { id, lastAnswerAt } of changes.devices) {
      if (!lastAnswerAt || answered.get(id) === lastAnswerAt) continue
      answered.set(id, lastAnswerAt)
      if (counts.delays.length < MOST_DELAYS) counts.delays.push(now - Date.parse(lastAnswerAt))
    }
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const reply: { ok: boolean; seq: number } = await socket
    .timeout(30_000)
    .emitWithAck('join', { room: 'city' })
  if (!reply.ok) throw new Error('a client may not join')
  last ??= reply.seq
}

servePart(
  {
    async start({ port, clients }: ClientsInput) {
      for (let number = 0; number < clients; number++) await openClient(port)
    },
    /** Gives what was counted and begins anew. */
    take() {
      const taken = { ...counts }
      Object.assign(counts, { deltas: 0, changes: 0, gaps: 0, delays: [] })
      return taken
    },
  },
  async () => sockets.forEach((socket) => void socket.disconnect())
)
