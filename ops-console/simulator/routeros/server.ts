import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { faultsOf, rowsOf, type RouterSource, type Sentence } from './router.ts'
import { sentence, sentencesOf } from './words.ts'

export interface RouterOsServerOptions {
  user: string
  password: string
  host?: string
  port?: number
  /** Speaks TLS with this pair (PEM). */
  tls?: { key: string; cert: string }
}

/** A simulated router on its own address. */
export class RouterOsServer {
  readonly source: RouterSource
  /** Words of every sentence that came, for those who want to know what was asked. */
  readonly heard: string[][] = []
  #options: RouterOsServerOptions
  #server
  #sockets = new Set<Socket>()

  constructor(source: RouterSource, options: RouterOsServerOptions) {
    this.source = source
    this.#options = options
    const accept = (socket: Socket) => this.#accept(socket)
    this.#server = options.tls ? createTlsServer(options.tls, accept) : createServer(accept)
    this.#server.on('tlsClientError', () => {})
  }

  async start() {
    this.#server.listen(this.#options.port ?? 0, this.#options.host ?? '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  get address() {
    const { address, port } = this.#server.address() as AddressInfo
    return { host: address, port }
  }

  get connections() {
    return this.#sockets.size
  }

  stop() {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }

  #accept(socket: Socket) {
    let rest: Buffer = Buffer.alloc(0)
    const session = { loggedIn: false }
    this.#sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('data', (bytes) => {
      const read = sentencesOf(Buffer.concat([rest, bytes as Buffer]))
      rest = read.rest
      for (const words of read.sentences) this.#answer(socket, session, words).catch(() => socket.destroy())
    })
  }

  async #answer(socket: Socket, session: { loggedIn: boolean }, words: string[]) {
    const faults = faultsOf(this.source)
    this.heard.push(words)
    if (this.heard.length > 500) this.heard.shift()
    const tag = words.find((word) => word.startsWith('.tag='))
    const say = (...reply: string[]) => sentence(tag ? [...reply, tag] : reply, faults['routeros.win1252'])
    if (faults['routeros.silent']) return
    if (words[0] === '/login') return this.#send(socket, this.#login(session, attributes(words), say))
    if (faults['routeros.mute']) return
    if (!session.loggedIn) return socket.end(sentence(['!fatal', 'not logged in']))
    if (faults['routeros.fatal']) return socket.end(sentence(['!fatal', 'session terminated on request']))
    if (faults['routeros.rubbish'])
      return this.#send(socket, Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n\xff\xff', 'latin1'))
    const reply = this.#reply(words[0], attributes(words), say)
    if (faults['routeros.reset'])
      return socket.write(reply.subarray(0, reply.length / 2), () => reset(socket))
    await this.#send(socket, reply)
  }

  #login(session: { loggedIn: boolean }, given: Sentence, say: (...reply: string[]) => Buffer) {
    const { user, password } = this.#options
    const faults = faultsOf(this.source)
    if (faults['routeros.md5']) return say('!done', '=ret=ebddd18303a54111e2dea05a92ab46b4')
    session.loggedIn = given.name === user && given.password === password && !faults['routeros.badPassword']
    if (session.loggedIn) return say('!done')
    return Buffer.concat([say('!trap', '=message=invalid user name or password (6)'), say('!done')])
  }

  #reply(path: string, args: Sentence, say: (...reply: string[]) => Buffer): Buffer {
    const faults = faultsOf(this.source)
    const trap = faults['routeros.trap']
    const isRefused = trap === true || (trap && path.startsWith(trap))
    const rows = isRefused ? null : rowsOf(this.source, path, args)
    if (!rows) return Buffer.concat([say('!trap', '=category=0', '=message=no such command'), say('!done')])
    const wanted = args['.proplist']?.split(',')
    const lines = rows.map((row) => say('!re', ...wordsOf(row, wanted)))
    if (!rows.length && faults['routeros.empty']) lines.push(say('!empty'))
    const late = faults['routeros.lateTag'] ? [sentence(['!done', '.tag=gone'])] : []
    return Buffer.concat([...lines, ...late, say('!done'), ...late])
  }

  async #send(socket: Socket, reply: Buffer) {
    const faults = faultsOf(this.source)
    const write = (bytes: Buffer) =>
      new Promise<void>((sent) => socket.write(bytes, () => setImmediate(sent)))
    if (faults['routeros.splitEnd']) {
      await write(reply.subarray(0, -1))
      setTimeout(() => socket.write(reply.subarray(-1)), 20)
    } else if (faults['routeros.fragments']) {
      this.#queue = this.#queue.then(async () => {
        for (const byte of reply) await write(Buffer.of(byte))
      })
    } else socket.write(reply)
  }

  #queue: Promise<void> = Promise.resolve()
}

/** Only a bare TCP socket can be reset; under TLS that is the one below. */
function reset(socket: Socket) {
  const { _parent: below } = socket as Socket & { _parent?: Socket }
  ;(below ?? socket).resetAndDestroy()
  socket.destroy()
}

function attributes(words: readonly string[]): Sentence {
  const pairs = words.filter((word) => word.startsWith('=')).map((word) => word.slice(1))
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  )
}

const wordsOf = (row: Sentence, wanted: readonly string[] | undefined) =>
  Object.entries(row)
    .filter(([name]) => !wanted || wanted.includes(name))
    .map(([name, value]) => `=${name}=${value}`)
