import snmp, { type Packet, type Session, type VarBind } from 'snmp-native'
import { kindOf, SnmpError } from './errors.ts'
import type { SnmpTarget } from './transport.ts'

export interface Dropped {
  foreign: number
  malformed: number
}

/**
 * A session of snmp-native made safe: replies of other senders are dropped before they are parsed, other communities
 * after it, and an unreadable reply is counted instead of ending the process.
 */
export function openSession(target: SnmpTarget, dropped: Dropped): Session {
  const { host, port, community } = target
  const session = new snmp.Session({ host, port, community, family: host.includes(':') ? 'udp6' : 'udp4' })
  session.on('error', () => dropped.malformed++)
  const socket = session.socket!
  const [dispatch] = socket.listeners('message')
  socket.removeAllListeners('message')
  socket.on('message', (message, from) => {
    if (from.address !== host || from.port !== port) dropped.foreign++
    else if (!isReply(message, community)) dropped.malformed++
    else dispatch(message, from)
  })
  return session
}

function isReply(message: Buffer, community: string): boolean {
  try {
    const packet = snmp.parse(message)
    return packet.pdu.type === RESPONSE && packet.community === community
  } catch {
    return false
  }
}

const RESPONSE = 2
export const GET = 0
export const GETBULK = 5

/** Asks once (with the target's retransmissions). For GETBULK the two error fields carry its two numbers. */
export function ask(
  session: Session,
  target: SnmpTarget,
  dropped: Dropped,
  type: number,
  oids: readonly string[],
  repetitions = 0
): Promise<VarBind[]> {
  const packet: Packet = new snmp.Packet()
  packet.community = target.community
  packet.pdu.type = type
  packet.pdu.errorIndex = repetitions
  packet.pdu.varbinds = oids.map((oid) => ({ type: 5, value: null, oid: oid.split('.').map(Number) }))
  const malformedBefore = dropped.malformed
  const timeouts = Array.from({ length: target.attempts }, () => target.timeoutMs)
  return new Promise((resolve, reject) => {
    session.sendMsg(packet, { timeouts }, (error, varbinds) => {
      if (!error) return resolve(varbinds ?? [])
      const kind = kindOf(error.message)
      const unreadable = kind === 'no_answer' && dropped.malformed > malformedBefore
      reject(new SnmpError(unreadable ? 'malformed' : kind, error.message))
    })
  })
}
