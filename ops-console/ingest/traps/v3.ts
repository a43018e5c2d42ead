import { EventEmitter } from 'node:events'
import snmp from 'net-snmp'
import { BerReader, TAG, unsigned } from './ber_reader.ts'
import { identified, readable, type Notification } from './message.ts'

/** SNMPv3 user of devices that send us notifications, with its secrets. */
export interface TrapUser {
  name: string
  level: 'noAuthNoPriv' | 'authNoPriv' | 'authPriv'
  auth?: 'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512'
  authKey?: string
  priv?: 'des' | 'aes' | 'aes256b' | 'aes256r'
  privKey?: string
}

interface Address {
  address: string
  port: number
}

/** Deriving keys for a new engine costs milliseconds: a stranger must not make us do it without end. */
const MOST_ENGINES = 5000
const NEW_ENGINES_A_SECOND = 20

/**
 * Notifications of SNMPv3 through net-snmp's receiver, which answers discovery and acknowledges informs. It is given
 * datagrams by hand instead of a socket of its own: bad ones are thrown away here, v1 and v2c never come to it.
 */
export class TrapV3 {
  #socket = new EventEmitter() as EventEmitter & Record<string, unknown>
  #receiver: { close: () => void }
  #users = ''
  #heard: Notification | null = null
  #engines = new Set<string>()
  #newEngines = { second: 0, count: 0 }

  constructor(send: (answer: Buffer, to: Address) => void) {
    Object.assign(this.#socket, {
      bind: () => {},
      close: () => {},
      send: (bytes: Buffer, start: number, length: number, port: number, address: string) =>
        send(bytes.subarray(start, start + length), { port, address }),
    })
    const dgramModule = { createSocket: () => this.#socket }
    const options = { dgramModule, port: 1, includeAuthentication: true } as never
    this.#receiver = snmp.createReceiver(options, (error: Error | null, heard: unknown) => {
      if (!error && heard) this.#heard = notificationOf(heard as Heard)
    }) as unknown as { close: () => void }
  }

  /** Replaces the known users. */
  setUsers(users: readonly TrapUser[]) {
    const wanted = JSON.stringify(users)
    if (wanted === this.#users) return
    this.#users = wanted
    const authorizer = (this.#receiver as unknown as { authorizer: Authorizer }).authorizer
    for (const { name } of [...authorizer.users]) authorizer.deleteUser(name)
    for (const user of users) authorizer.addUser(asNetSnmp(user))
  }

  /** The notification in the datagram; null when there is none for us (discovery, foreign user, bad bytes). */
  take(datagram: Buffer, from: Address): Notification | null {
    if (!this.#admits(datagram)) return null
    this.#heard = null
    try {
      this.#socket.emit('message', datagram, { ...from, family: 'IPv4', size: datagram.length })
    } catch {
      return null
    }
    return this.#heard
  }

  #admits(datagram: Buffer): boolean {
    const engine = engineOf(datagram)
    if (engine === null) return false
    if (engine === '' || this.#engines.has(engine)) return true
    const second = Math.floor(performance.now() / 1000)
    if (this.#newEngines.second !== second) this.#newEngines = { second, count: 0 }
    if (this.#engines.size >= MOST_ENGINES || ++this.#newEngines.count > NEW_ENGINES_A_SECOND) return false
    this.#engines.add(engine)
    return true
  }

  close() {
    this.#receiver.close()
  }
}

interface Authorizer {
  users: { name: string }[]
  addUser(user: object): void
  deleteUser(name: string): void
}

interface Heard {
  pdu: { type: number; user?: string; varbinds: { oid: string; type: number; value: unknown }[] }
}

/** msgAuthoritativeEngineID (RFC 3414, 2.4) in hexadecimal digits; null when the datagram is malformed. */
function engineOf(datagram: Buffer): string | null {
  try {
    const message = new BerReader(datagram).inside(TAG.sequence)
    message.integer()
    message.next()
    const security = new BerReader(message.bytes(TAG.octets)).inside(TAG.sequence)
    const engine = security.bytes(TAG.octets)
    return engine.length <= 32 ? engine.toString('hex') : null
  } catch {
    return null
  }
}

function notificationOf({ pdu }: Heard): Notification | null {
  try {
    const values = new Map(pdu.varbinds.map(({ oid, type, value }) => [oid, plain(type, value)]))
    const inform = pdu.type === snmp.PduType.InformRequest
    return { version: '3', credential: pdu.user ?? '', inform, ...identified(values) }
  } catch {
    return null
  }
}

function plain(type: number, value: unknown): string | number {
  if (Buffer.isBuffer(value)) return type === TAG.counter64 ? unsigned(value) : readable(value)
  return typeof value === 'number' || typeof value === 'string' ? value : ''
}

const LEVELS = { noAuthNoPriv: 1, authNoPriv: 2, authPriv: 3 } as const

const asNetSnmp = ({ name, level, auth, authKey, priv, privKey }: TrapUser) => ({
  ...{ name, level: LEVELS[level] },
  ...(auth && { authProtocol: snmp.AuthProtocols[auth], authKey }),
  ...(priv && { privProtocol: snmp.PrivProtocols[priv], privKey }),
})
