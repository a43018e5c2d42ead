import type { Socket } from 'node:dgram'
import snmp, { type Session, type User, type Varbind } from 'net-snmp'
import { decode } from './decode.ts'
import { SnmpError } from './errors.ts'
import type { Binding, Dropped, Exchange, Question, SnmpTarget, SnmpUser } from './transport.ts'
import { v3Failure, wantsNewSession } from './v3_failures.ts'

const END_OF_VIEW = 0x82
const OBJECT_ID = 0x06

/**
 * SNMPv3 of one device over a session of net-snmp made safe: replies of other senders are dropped before they are
 * parsed, an unreadable one is counted instead of ending the process, and an engine that restarted is met anew.
 */
export class V3Exchange implements Exchange {
  readonly dropped: Dropped = { foreign: 0, malformed: 0 }
  roundTripMs: number | null = null
  #target: SnmpTarget & { user: SnmpUser }
  #session: Session | null

  /** `target.host` is an IP address. @throws SnmpError `authentication` for keys that cannot be used */
  constructor(target: SnmpTarget & { user: SnmpUser }) {
    this.#target = target
    this.#session = this.#open()
  }

  async ask(question: Question): Promise<Binding[]> {
    const session = this.#session
    try {
      return await this.#once(question)
    } catch (error) {
      if (!(error instanceof SnmpError) || !wantsNewSession(error.message) || !this.#session) throw error
      if (session === this.#session) this.#renew(this.#session)
      return this.#once(question)
    }
  }

  /** Questions that were under way in the old session are asked again by themselves. */
  #renew(old: Session) {
    this.#session = this.#open()
    setTimeout(() => end(old), this.#target.timeoutMs).unref()
  }

  #once({ type, oids, repetitions, attempts }: Question): Promise<Binding[]> {
    const session = this.#session as (Session & { retries?: number }) | null
    if (!session) return Promise.reject(new SnmpError('no_answer', 'Closed'))
    session.retries = attempts - 1
    const malformedBefore = this.dropped.malformed
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, found: (Varbind | Varbind[])[] = []) => {
        if (error) return reject(v3Failure(error, this.dropped.malformed > malformedBefore))
        const took = performance.now() - began
        this.roundTripMs = took < this.#target.timeoutMs ? took : null
        resolve(found.flat().map(binding))
      }
      if (type === 'get') session.get([...oids], done)
      else session.getBulk([...oids], 0, repetitions, done)
    })
  }

  #open(): Session {
    const { host, port, user, timeoutMs, attempts } = this.#target
    const transport = host.includes(':') ? 'udp6' : 'udp4'
    const options = {
      port,
      transport,
      timeout: timeoutMs,
      retries: attempts - 1,
      backoff: 1,
      version: snmp.Version3,
    }
    const session = snmp.createV3Session(host, netSnmpUser(user), options as never)
    session.on('error', () => this.dropped.malformed++)
    // An error of the socket is emitted under its own name by the library; the question times out.
    const { dgram } = session as unknown as { dgram: Socket }
    const [dispatch] = dgram.listeners('message')
    dgram.removeAllListeners('message')
    dgram.on('message', (message, from) => {
      if (from.address !== host || from.port !== port) this.dropped.foreign++
      else dispatch(message, from)
    })
    return session
  }

  close() {
    if (this.#session) end(this.#session)
    this.#session = null
  }
}

function end(session: Session) {
  session.cancelRequests(new Error('Cancelled'))
  session.close()
}

function binding({ oid, type: given, value }: Varbind): Binding {
  const type: number = given ?? 0
  if (type === END_OF_VIEW) return { oid, value: { type: 'absent' }, end: true }
  if (type === OBJECT_ID) return { oid, value: { type: 'oid', value: String(value) } }
  return { oid, value: decode({ type, value, valueRaw: rawOf(type, value) }) }
}

/** net-snmp gives numbers, buffers and dotted text; our decoder wants bytes. */
function rawOf(type: number, value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value
  if (typeof value === 'number') return numberBytes(value)
  if (type === 0x40 && typeof value === 'string') return Buffer.from(value.split('.').map(Number))
  return Buffer.alloc(0)
}

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value))
  return bytes
}

function netSnmpUser({ user, level, auth, authKey, priv, privKey }: SnmpUser): User {
  const missing =
    (level !== 'noAuthNoPriv' && !(auth && authKey)) || (level === 'authPriv' && !(priv && privKey))
  if (missing) throw new SnmpError('authentication', 'The SNMPv3 user lacks a key')
  return {
    name: user,
    level: snmp.SecurityLevel[level],
    ...(level !== 'noAuthNoPriv' && { authProtocol: snmp.AuthProtocols[auth!], authKey }),
    ...(level === 'authPriv' && { privProtocol: snmp.PrivProtocols[priv!], privKey }),
  } as User
}
