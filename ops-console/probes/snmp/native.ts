import snmp, { type Session, type VarBind } from 'snmp-native'
import { decode } from './decode.ts'
import { kindOf, SnmpError } from './errors.ts'
import { packetOf } from './question.ts'
import type { Binding, Dropped, Exchange, Question, SnmpTarget } from './transport.ts'

const RESPONSE = 2
const END_OF_VIEW = 0x82

/**
 * SNMP v2c of one device over a session of snmp-native made safe: replies of other senders are dropped before they are
 * parsed, other communities after it, and an unreadable reply is counted instead of ending the process.
 */
export class NativeExchange implements Exchange {
  readonly dropped: Dropped = { foreign: 0, malformed: 0 }
  roundTripMs: number | null = null
  #session: Session
  #target: SnmpTarget
  #closed = false

  /** `target.host` is an IP address. */
  constructor(target: SnmpTarget) {
    const { host, port, community } = target
    this.#target = target
    this.#session = new snmp.Session({ host, port, community, family: host.includes(':') ? 'udp6' : 'udp4' })
    this.#session.on('error', () => this.dropped.malformed++)
    const socket = this.#session.socket!
    const [dispatch] = socket.listeners('message')
    socket.removeAllListeners('message')
    socket.on('message', (message, from) => {
      if (from.address !== host || from.port !== port) this.dropped.foreign++
      else if (!isReply(message, community)) this.dropped.malformed++
      else dispatch(message, from)
    })
  }

  ask(question: Question): Promise<Binding[]> {
    if (this.#closed) return Promise.reject(new SnmpError('no_answer', 'Closed'))
    const { community = '', timeoutMs } = this.#target
    const malformedBefore = this.dropped.malformed
    const began = performance.now()
    // A fresh object each time: the library writes into it.
    const options = { timeouts: Array.from({ length: question.attempts }, () => timeoutMs) }
    return new Promise((resolve, reject) => {
      this.#session.sendMsg(packetOf(question, community), options, (error, varbinds = []) => {
        if (error) return reject(this.#failure(error, malformedBefore))
        const took = performance.now() - began
        this.roundTripMs = took < timeoutMs ? took : null
        resolve(varbinds.map(binding))
      })
    })
  }

  #failure({ message }: Error, malformedBefore: number): SnmpError {
    const kind = kindOf(message)
    const unreadable = kind === 'no_answer' && this.dropped.malformed > malformedBefore
    return new SnmpError(unreadable ? 'malformed' : kind, message, message === 'TooBig')
  }

  close() {
    if (!this.#closed) this.#session.close()
    this.#closed = true
  }
}

const binding = (varbind: VarBind): Binding => ({
  oid: varbind.oid.join('.'),
  value: decode(varbind),
  end: varbind.type === END_OF_VIEW,
})

function isReply(message: Buffer, community: string | undefined): boolean {
  try {
    const packet = snmp.parse(message)
    return packet.pdu.type === RESPONSE && packet.community === community
  } catch {
    return false
  }
}
