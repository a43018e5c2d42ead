import snmp from 'snmp-native'
import { Cursor } from './cursor.ts'
import type { Name } from './reply.ts'
import type { Question } from './transport.ts'

export const PDU_TYPE = { get: 0, bulk: 5 } as const

const SEQUENCE = 0x30
/** Written in four bytes, like every request id of ours. */
const PLACEHOLDER = 0x7f7f7f7f

/** A question as bytes, in which only the request id changes from one sending to the next. */
export interface Template {
  bytes: Buffer
  /** Where the four bytes of the request id begin. */
  idAt: number
  names: Name[]
}

/** Encodes a v2c question with snmp-native. For GETBULK the two error fields carry its two numbers. */
export function packetOf({ type, oids, repetitions }: Omit<Question, 'attempts'>, community: string) {
  const packet = new snmp.Packet()
  packet.community = community
  packet.pdu.type = PDU_TYPE[type]
  packet.pdu.errorIndex = repetitions
  packet.pdu.varbinds = oids.map((oid) => ({ type: 5, value: null, oid: oid.split('.').map(Number) }))
  return packet
}

export function templateOf(question: Omit<Question, 'attempts'>, community: string): Template {
  const packet = packetOf(question, community)
  packet.pdu.reqid = PLACEHOLDER
  const bytes = snmp.encode(packet)
  const cursor = new Cursor()
  cursor.over(bytes)
  cursor.enter(SEQUENCE)
  cursor.next()
  cursor.next()
  cursor.enter(0xa0 + packet.pdu.type)
  cursor.next()
  const idAt = cursor.start
  cursor.next()
  cursor.next()
  cursor.enter(SEQUENCE)
  return { bytes, idAt, names: question.oids.map((oid) => ({ oid, bytes: nextName(cursor, bytes) })) }
}

function nextName(cursor: Cursor, bytes: Buffer): Buffer {
  cursor.next()
  const varbind = new Cursor()
  varbind.over(bytes, cursor.start, cursor.end)
  varbind.next()
  return bytes.subarray(varbind.start, varbind.end)
}

/** The question under another request id. */
export function stamped({ bytes, idAt }: Template, id: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeInt32BE(id, idAt)
  return copy
}
