import { setTimeout as wait } from 'node:timers/promises'
import type { TlsOptions } from 'node:tls'
import type { Log } from '#ops/collector/run'
import type { Counters } from './counters.ts'
import type { Intake } from './intake.ts'
import type { IngestSettings } from './settings.ts'
import { openStream } from './syslog/stream.ts'
import { RECEIVE_BUFFER, openDatagrams } from './syslog/udp.ts'
import { openTraps } from './traps/receiver.ts'
import type { TrapUser } from './traps/v3.ts'

const AGAIN_MS = 5000

export type PortName = keyof IngestSettings['ports']

interface Options {
  settings: IngestSettings
  tls: TlsOptions | null
  intake: Intake
  counters: Counters
  /** Settles when streams may send on; null: at once. */
  room: () => Promise<void> | null
  signal: AbortSignal
  log: Log
  /** A port is open, or another one than before. */
  opened: (ports: Partial<Record<PortName, number>>) => void
}

interface Open {
  port: number
  close: () => Promise<void>
}

/** All ports that messages come to. One that is taken (by another collector) is tried again until it is free. */
export class Receivers {
  readonly ports: Partial<Record<PortName, number>> = {}
  #open: Open[] = []
  #traps: Awaited<ReturnType<typeof openTraps>> | null = null
  #users: TrapUser[] = []
  #names: ReadonlySet<string> = new Set()
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Settles when every port was tried once. */
  async open() {
    const { settings, tls } = this.#options
    const { udp, tcp, tls: secure, trap } = settings.ports
    await Promise.all([
      this.#keepTrying('udp', udp, (port) => this.#udp(port)),
      this.#keepTrying('tcp', tcp, (port) => this.#stream('tcp', port)),
      this.#keepTrying('tls', tls ? secure : null, (port) => this.#stream('tls', port, tls!)),
      this.#keepTrying('trap', trap, (port) => this.#trap(port)),
    ])
  }

  setUsers(users: TrapUser[]) {
    this.#users = users
    this.#names = new Set(users.map(({ name }) => name))
    this.#traps?.setUsers(users)
  }

  async close() {
    await Promise.all(this.#open.map((one) => one.close()))
    this.#open = []
  }

  async #keepTrying(
    name: PortName,
    port: number | null,
    open: (port: number) => Promise<Open>,
    told = false
  ) {
    if (port === null) return
    const { signal, log, opened } = this.#options
    try {
      const receiver = await open(port)
      if (signal.aborted) return receiver.close()
      this.#open.push(receiver)
      this.ports[name] = receiver.port
      opened(this.ports)
    } catch (error) {
      if (!told) log('warn', 'a port for messages could not be opened', { name, port, error: String(error) })
      void wait(AGAIN_MS, undefined, { signal })
        .then(() => this.#keepTrying(name, port, open, true))
        .catch(() => {})
    }
  }

  async #udp(port: number) {
    const { intake, settings, log } = this.#options
    const socket = await openDatagrams(settings.host, port, (bytes, { address }) =>
      intake.syslog({ bytes, source: address, via: 'udp', receivedAt: Date.now() })
    )
    if (socket.receiveBuffer < RECEIVE_BUFFER) {
      log('info', 'the kernel grants a smaller receive buffer; raise net.core.rmem_max', {
        granted: socket.receiveBuffer,
        wanted: RECEIVE_BUFFER,
      })
    }
    return socket
  }

  #stream(via: 'tcp' | 'tls', port: number, tls?: TlsOptions) {
    const { intake, settings, counters, room } = this.#options
    const take = (bytes: Buffer, source: string) =>
      intake.syslog({ bytes, source, via, receivedAt: Date.now() })
    return openStream({ host: settings.host, port, tls, counters, take, room })
  }

  async #trap(port: number) {
    const { intake, settings, counters } = this.#options
    const traps = await openTraps({
      ...{ host: settings.host, port, counters },
      take: (trap, source) => intake.trap(trap, source, Date.now(), this.#names),
    })
    traps.setUsers(this.#users)
    this.#traps = traps
    return traps
  }
}
