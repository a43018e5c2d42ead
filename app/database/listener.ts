import pg from 'pg'

interface Handler {
  run: (payload: string) => unknown
  poll: boolean
}

const RECONNECT_MS = 1_000
const POLL_MS = 10_000
const CHANNEL = /^[a-z_]+$/

/**
 * Hears PostgreSQL's NOTIFY on one connection of its own. Notifications are hints: when the connection was away, and
 * every ten seconds besides, the handlers marked `poll` run without a payload.
 */
export class Listener {
  #handlers = new Map<string, Handler[]>()
  #client: pg.Client | null = null
  #poll: NodeJS.Timeout | undefined
  #retry: NodeJS.Timeout | undefined
  #running = false

  constructor(
    private readonly onError: (error: unknown, channel: string | null) => void,
    private readonly pollMs = POLL_MS
  ) {}

  /** Registers a handler and returns how to remove it. May be called before or after `start`. */
  on(channel: string, run: Handler['run'], { poll = false } = {}): () => void {
    if (!CHANNEL.test(channel)) throw new Error(`E_CHANNEL_NAME: "${channel}" is no channel`)
    const handler = { run, poll }
    const isNew = !this.#handlers.has(channel)
    this.#handlers.set(channel, [...(this.#handlers.get(channel) ?? []), handler])
    if (isNew) this.#client?.query(`listen ${channel}`).catch((error) => this.onError(error, channel))
    return () => {
      this.#handlers.set(
        channel,
        this.#handlers.get(channel)!.filter((each) => each !== handler)
      )
    }
  }

  /** Resolves when listening; a server that is away is tried again every second in the background. */
  async start(url: string) {
    this.#running = true
    this.#poll = setInterval(() => void this.#runAll(), this.pollMs).unref()
    await this.#connect(url)
  }

  async stop() {
    this.#running = false
    clearInterval(this.#poll)
    clearTimeout(this.#retry)
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  async #connect(url: string) {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'unia-listener',
      keepAlive: true,
    })
    const lost = (error: unknown) => this.#lost(client, url, error)
    client.on('error', lost)
    client.on('end', () => lost(new Error('the listening connection ended')))
    client.on('notification', ({ channel, payload = '' }) => void this.#run(channel, payload))
    this.#client = client
    try {
      await client.connect()
      for (const channel of this.#handlers.keys()) await client.query(`listen ${channel}`)
    } catch (error) {
      return lost(error)
    }
    await this.#runAll()
  }

  #lost(client: pg.Client, url: string, error: unknown) {
    if (!this.#running || this.#client !== client) return
    this.#client = null
    this.onError(error, null)
    client.end().catch(() => {})
    this.#retry = setTimeout(() => void this.#connect(url), RECONNECT_MS).unref()
  }

  async #runAll() {
    for (const [channel, handlers] of this.#handlers) {
      for (const handler of handlers) if (handler.poll) await this.#guarded(handler, channel, '')
    }
  }

  async #run(channel: string, payload: string) {
    for (const handler of this.#handlers.get(channel) ?? []) await this.#guarded(handler, channel, payload)
  }

  async #guarded(handler: Handler, channel: string, payload: string) {
    try {
      await handler.run(payload)
    } catch (error) {
      this.onError(error, channel)
    }
  }
}
