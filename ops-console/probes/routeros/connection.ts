import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { Channel, RouterOSAPI, type Connector } from 'node-routeros'
import { ProbeError } from '#ops/probes/errors'
import { wordsOf, type Question } from './commands.ts'
import { networkError, pinMismatch } from './network.ts'
import { RouterOsTrap, type RouterOsTarget, type RouterOsTransport, type Row } from './transport.ts'
import { encodeWord, SentenceReader } from './words.ts'

/** The parts of node-routeros 1.6.9 that it keeps private and that have to be replaced. */
interface Inside {
  socket: Socket | TLSSocket
  transmitter: { encodeString(text: string | null): Buffer }
  receiver: { processRawData(bytes: Buffer): void; tags: Map<string, { callback(words: string[]): void }> }
}

/**
 * A connection of node-routeros made safe. Its receiver is replaced by `SentenceReader`, because the original ends the
 * process at `!empty` (RouterOS 7.18) and at a reply on a forgotten tag, loses a reply whose last byte comes alone, and
 * reads text as windows-1252. Every question is raced with a deadline and with the end of the connection, which the
 * original waits out for ever. Questions go through its `Channel`, whose `trap` event still has the category, and not
 * through `write`, which would send `#` now and then.
 */
export class RouterOsConnection implements RouterOsTransport {
  #api: RouterOSAPI
  #target: RouterOsTarget
  #reader = new SentenceReader()
  #loggedIn = false
  #failure: ProbeError | null = null
  #ended = new AbortController()

  /** @throws ProbeError */
  static async open(target: RouterOsTarget, signal?: AbortSignal): Promise<RouterOsConnection> {
    const connection = new RouterOsConnection(target)
    await connection.#within(connection.#connect(), signal).catch((error) => {
      connection.close()
      throw connection.#failure ?? error
    })
    connection.#loggedIn = true
    return connection
  }

  private constructor(target: RouterOsTarget) {
    this.#target = target
    const { host, port, user, password } = target
    const tls = target.tls ? { rejectUnauthorized: false, minVersion: 'TLSv1.2' as const } : undefined
    this.#api = new RouterOSAPI({ host, port, user, password, timeout: 86_400, tls })
    this.#api.on('error', () => this.#end(new ProbeError('no_answer', 'Connection lost')))
  }

  get closed() {
    return this.#failure !== null
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Row[]> {
    const words = wordsOf(question)
    if (this.#failure) throw this.#failure
    const channel = new Channel(this.#connector)
    let category: string | undefined
    channel.once('trap', (trap: Row) => (category = trap.category))
    const rows = channel.write(words).catch((error: Error) => {
      throw new RouterOsTrap(error.message, category ? Number(category) : null)
    })
    return this.#within(rows as Promise<Row[]>, signal).finally(() => channel.close(true))
  }

  close() {
    this.#end(new ProbeError('no_answer', 'Connection closed'))
  }

  get #connector() {
    return (this.#api as unknown as { connector: Connector }).connector
  }

  async #connect() {
    const connected = this.#api.connect()
    const { socket, transmitter, receiver } = this.#connector as unknown as Inside
    transmitter.encodeString = (text) => (text === null ? Buffer.alloc(1) : encodeWord(text))
    receiver.processRawData = (bytes) => this.#take(bytes, receiver.tags)
    socket.setTimeout(0)
    socket.prependListener('error', (error: NodeJS.ErrnoException) => this.#end(networkError(error)))
    socket.prependListener('close', () => this.#end(new ProbeError('no_answer', 'Connection cut')))
    if (this.#target.tls) socket.prependListener('secureConnect', () => this.#checkPin(socket as TLSSocket))
    await connected.catch((error: Error) => {
      throw new ProbeError('authentication', error.message || 'Log-in failed')
    })
  }

  /** Runs before the library's own listener, so that a stranger is never told the password. */
  #checkPin(socket: TLSSocket) {
    const problem = pinMismatch(socket.getPeerCertificate().fingerprint256, this.#target.fingerprint)
    if (problem) this.#end(problem)
  }

  #take(bytes: Buffer, tags: Inside['receiver']['tags']) {
    try {
      for (const sentence of this.#reader.take(bytes)) this.#hear(sentence, tags)
    } catch {
      this.#end(new ProbeError('malformed', 'Not the RouterOS API'))
    }
  }

  #hear(sentence: string[], tags: Inside['receiver']['tags']) {
    const [reply, ...words] = sentence
    if (reply === '!fatal') return this.#end(new ProbeError('refused', words.join(' ') || 'Router ended it'))
    if (reply === '!empty') return
    if (!['!re', '!done', '!trap'].includes(reply)) throw new RangeError('unknown reply')
    if (!this.#loggedIn && words.some((word) => word.startsWith('=ret=')))
      return this.#end(new ProbeError('refused', 'Router wants the log-in of RouterOS before 6.43'))
    if (!this.#loggedIn && reply === '!trap') return this.#end(new RouterOsTrap(messageOf(words), null))
    const tag = words.find((word) => word.startsWith('.tag='))?.slice(5)
    tags.get(tag ?? '')?.callback([reply, ...words.filter((word) => word.startsWith('='))])
  }

  /** The first failure is the one that is told. */
  #end(failure: ProbeError) {
    if (this.#failure) return
    this.#failure = failure
    this.#ended.abort(failure)
    const { socket } = (this.#connector ?? {}) as unknown as Partial<Inside>
    socket?.destroy()
  }

  async #within<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
    const ended = this.#ended.signal
    let tell = () => {}
    const failed = new Promise<never>((_, reject) => (tell = () => reject(this.#failure)))
    const silent = () => this.#end(new ProbeError('no_answer', `No answer in ${this.#target.timeoutMs} ms`))
    const timer = setTimeout(silent, this.#target.timeoutMs)
    const stop = () => this.#end(new ProbeError('no_answer', 'Question given up'))
    ended.addEventListener('abort', tell)
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    if (ended.aborted) tell()
    work.catch(() => {})
    return Promise.race([failed, work]).finally(() => {
      clearTimeout(timer)
      ended.removeEventListener('abort', tell)
      signal?.removeEventListener('abort', stop)
    })
  }
}

const messageOf = (words: readonly string[]) =>
  words.find((word) => word.startsWith('=message='))?.slice(9) ?? 'Log-in failed'
