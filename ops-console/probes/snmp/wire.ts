import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import type { Template } from './question.ts'
import { stamped } from './question.ts'
import { readHead, type Reply } from './reply.ts'
import { freshRequestId } from './request_ids.ts'

/** One question under way. */
export interface Sending {
  host: string
  port: number
  template: Template
  timeoutMs: number
  attempts: number
  /** True: the reply was taken; false: it was unreadable and the question waits on. */
  onReply(reply: Reply, sentAt: number | null): boolean
  onSilence(): void
  onRefusal(error: Error): void
  /** A datagram under this question's id came from elsewhere. */
  onForeign(): void
}

interface Waiting extends Sending {
  bytes: Buffer
  left: number
  sentAt: number
  timer: NodeJS.Timeout | undefined
}

/** Who wants to know of datagrams from an address that answer no open question. */
export type StrayListener = () => void

const RECEIVE_BUFFER = 4 * 1024 * 1024
/** Ids of ended questions that are remembered: their late replies are no fault. */
const REMEMBERED = 4096

/**
 * One UDP socket for many devices. A reply counts only when it comes from the address that was asked under an id that
 * waits; everything else is reported and dropped. Nothing that arrives can throw.
 */
export class Wire {
  #socket: Socket
  #waiting = new Map<number, Waiting>()
  #ended = [new Set<number>(), new Set<number>()]
  #strays = new Map<string, Set<StrayListener>>()

  constructor(family: 4 | 6) {
    const type = family === 4 ? 'udp4' : 'udp6'
    this.#socket = createSocket({
      type,
      recvBufferSize: RECEIVE_BUFFER,
      lookup: (host, _, done) => done(null, host, family),
    })
    this.#socket.on('message', (bytes, from) => this.#receive(bytes, from))
    this.#socket.on('error', () => {})
    this.#socket.unref()
  }

  /** Sends, repeats, and tells how it ended. Returns what takes it back. */
  send(sending: Sending): () => void {
    let id = freshRequestId()
    while (this.#waiting.has(id)) id = freshRequestId()
    const waiting: Waiting = {
      ...sending,
      bytes: stamped(sending.template, id),
      left: sending.attempts,
      sentAt: 0,
      timer: undefined,
    }
    this.#waiting.set(id, waiting)
    this.#transmit(id, waiting)
    return () => this.#end(id, waiting)
  }

  /** Tells of stray datagrams from that address. Returns what ends it. */
  watch(host: string, port: number, listener: StrayListener): () => void {
    const key = `${host} ${port}`
    const listeners = this.#strays.get(key) ?? new Set()
    this.#strays.set(key, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (!listeners.size) this.#strays.delete(key)
    }
  }

  #transmit(id: number, waiting: Waiting) {
    if (waiting.left-- === 0) {
      this.#end(id, waiting)
      return waiting.onSilence()
    }
    waiting.sentAt = performance.now()
    waiting.timer = setTimeout(() => this.#transmit(id, waiting), waiting.timeoutMs)
    this.#socket.send(waiting.bytes, waiting.port, waiting.host, (error) => {
      if (!error || this.#waiting.get(id) !== waiting) return
      this.#end(id, waiting)
      waiting.onRefusal(error)
    })
  }

  #receive(bytes: Buffer, from: RemoteInfo) {
    const reply = readHead(bytes)
    const waiting = reply && this.#waiting.get(reply.id)
    if (!reply || !waiting) return this.#stray(reply, from)
    if (from.port !== waiting.port || from.address !== waiting.host) return waiting.onForeign()
    const repeated = waiting.left < waiting.attempts - 1
    if (waiting.onReply(reply, repeated ? null : waiting.sentAt)) this.#end(reply.id, waiting)
  }

  #stray(reply: Reply | null, { address, port }: RemoteInfo) {
    if (reply && this.#ended.some((ids) => ids.has(reply.id))) return
    for (const listener of this.#strays.get(`${address} ${port}`) ?? []) listener()
  }

  #end(id: number, waiting: Waiting) {
    clearTimeout(waiting.timer)
    if (!this.#waiting.delete(id)) return
    if (this.#ended[0].size >= REMEMBERED) this.#ended = [new Set(), this.#ended[0]]
    this.#ended[0].add(id)
  }
}

/** A few sockets share the kernel's receive buffers, so that a burst of replies of a whole city fits in. */
const WIRES = 8
const wires: Record<4 | 6, Wire[]> = { 4: [], 6: [] }
let turn = 0

/** The socket for one more device. */
export function wireFor(family: 4 | 6): Wire {
  const some = wires[family]
  if (some.length < WIRES) some.push(new Wire(family))
  return some[turn++ % some.length]
}
