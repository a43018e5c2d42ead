import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from 'redis'

type Client = ReturnType<typeof connectTo>
type Listener = (payload: Buffer) => unknown

export interface LinkState {
  /** A connection stands, the first time or again. */
  onReady: () => void
  onError: (error: unknown) => void
}

const RETRY_MS = 500
const LONGEST_RETRY_MS = 2_000
/** A read blocks for five seconds and a ping goes out as often: who is silent longer than this is dead. */
const SILENT_MS = 12_000
/** Local clients wait for what is published, so a Redis that hangs must not hold it up. */
const PUBLISH_MS = 1_000

/**
 * A Redis connection as the streams adapter uses one, made safe against a Redis that is away. The adapter reads in a loop
 * without a pause after an error, which never gives the event loop back, and leaves promises of publishing, subscribing
 * and connecting unhandled, which ends the process. Here a failed read waits, a failed message is dropped, and a
 * subscription is made again with each connection.
 */
export class RedisLink {
  /** The adapter tells node-redis from ioredis by this. */
  readonly sSubscribe = () => Promise.reject(new Error('E_NOT_SHARDED'))
  readonly #client: Client
  readonly #copies: RedisLink[] = []
  #subscriptions: { channels: string[]; listener: Listener }[] = []
  #readFrom: string | null = null
  #closed = false

  constructor(
    private readonly url: string,
    private readonly state: LinkState
  ) {
    this.#client = connectTo(url)
    this.#client.on('error', (error) => this.#closed || state.onError(error))
    this.#client.on('ready', () => void this.#begin())
  }

  get isReady(): boolean {
    return this.#client.isReady
  }

  /** Resolves with the first connection, however late; never rejects. */
  connect(): Promise<void> {
    const ready = new Promise<void>((resolve) => this.#client.once('ready', () => resolve()))
    this.#client.connect().catch(() => {})
    return ready
  }

  duplicate(): RedisLink {
    const copy = new RedisLink(this.url, this.state)
    this.#copies.push(copy)
    return copy
  }

  /** Ends this connection and its copies at once, also those that were never established. */
  disconnect() {
    if (this.#closed) return
    this.#closed = true
    this.#copies.forEach((copy) => copy.disconnect())
    this.#client.destroy()
  }

  on() {
    return this
  }

  subscribe(channels: string[], listener: Listener) {
    this.#subscriptions.push({ channels, listener })
    return this.#hear(channels, listener)
  }

  async publish(channel: string, payload: Buffer) {
    await this.#client.publish(channel, payload).catch(() => 0)
  }

  async xAdd(
    key: string,
    id: string,
    message: Record<string, string>,
    options: Parameters<Client['xAdd']>[3]
  ) {
    const late = wait(PUBLISH_MS, null, { ref: false }).then(() => Promise.reject(new Error('E_REDIS_LATE')))
    return await Promise.race([this.#client.xAdd(key, id, message, options), late])
  }

  /** Messages after an id. `$` counts from the first asking on, so that none falls between two readings. */
  async xRead([{ key, id }]: [{ key: string; id: string }], options: { COUNT: number; BLOCK: number }) {
    try {
      const from = id === '$' ? (this.#readFrom ??= await this.#lastId(key)) : id
      return await this.#client.xRead([{ key, id: from }], options)
    } catch (error) {
      if (this.#closed) return null
      await wait(RETRY_MS, null, { ref: false })
      throw error
    }
  }

  xRange(key: string, start: string, end: string) {
    return this.#client.xRange(key, start, end)
  }

  sendCommand(words: string[]) {
    return this.#client.sendCommand(words)
  }

  async #lastId(key: string): Promise<string> {
    const last = await this.#client.xRevRange(key, '+', '-', { COUNT: 1 })
    return last?.[0]?.id ?? '0-0'
  }

  async #begin() {
    const missing = this.#subscriptions.filter(
      ({ channels }) => !channels.every((one) => this.#heard.has(one))
    )
    for (const { channels, listener } of missing) await this.#hear(channels, listener)
    if (!this.#closed) this.state.onReady()
  }

  /** Channels that the client has taken; it subscribes to them again by itself. */
  readonly #heard = new Set<string>()

  async #hear(channels: string[], listener: Listener) {
    await this.#client.subscribe(channels, listener, true).then(
      () => channels.forEach((channel) => this.#heard.add(channel)),
      () => {}
    )
  }
}

function connectTo(url: string) {
  return createClient({
    ...{ url, RESP: 2, name: 'unia-live', disableOfflineQueue: true, pingInterval: 5_000 },
    socket: {
      ...{ connectTimeout: 3_000, socketTimeout: SILENT_MS },
      reconnectStrategy: (retries) => Math.min(100 * 2 ** Math.min(retries, 6), LONGEST_RETRY_MS),
    },
  })
}
