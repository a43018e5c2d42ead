import { textOf } from '../syslog/message.ts'
import { BerReader, TAG, oidText, unsigned } from './ber_reader.ts'

/** A notification of any SNMP version, read by OID. */
export interface Notification {
  version: '1' | '2c' | '3'
  /** Community of v1 and v2c, user of v3. */
  credential: string
  inform: boolean
  /** snmpTrapOID (RFC 3418); for v1 as RFC 3584 makes it. */
  trapOid: string
  /** sysUpTime, 1/100 s. */
  uptime: number | null
  values: Map<string, string | number>
}

const TRAP_V1 = 0xa4
export const INFORM = 0xa6
export const TRAP_V2 = 0xa7
export const RESPONSE = 0xa2
const UPTIME = '1.3.6.1.2.1.1.3.0'
const TRAP_OID = '1.3.6.1.6.3.1.1.4.1.0'
const STANDARD_TRAPS = '1.3.6.1.6.3.1.1.5'
const ENTERPRISE_SPECIFIC = 6
const MOST_VALUES = 200
const LONGEST_TEXT = 4096

/** Version of the datagram: 0 v1, 1 v2c, 3 v3; null when it is no SNMP at all. */
export function versionOf(datagram: Buffer): number | null {
  try {
    return new BerReader(datagram).inside(TAG.sequence).integer()
  } catch {
    return null
  }
}

/** Reads a notification of v1 or v2c; null when the bytes are none. Never throws. */
export function parseNotification(datagram: Buffer): Notification | null {
  try {
    const message = new BerReader(datagram).inside(TAG.sequence)
    const version = message.integer()
    const credential = textOf(message.bytes(TAG.octets))
    if (version !== 0 && version !== 1) return null
    const { tag, start, end } = message.next()
    const pdu = new BerReader(datagram, start, end)
    if (version === 0) return tag === TRAP_V1 ? { ...first(pdu), version: '1', credential } : null
    if (tag !== TRAP_V2 && tag !== INFORM) return null
    return { ...second(pdu), version: '2c', credential, inform: tag === INFORM }
  } catch {
    return null
  }
}

/** RFC 1157 trap, its identity as RFC 3584 section 3.1 translates it. */
function first(pdu: BerReader) {
  const enterprise = pdu.objectId()
  pdu.next()
  const generic = pdu.integer()
  const specific = pdu.integer()
  const uptime = Number(unsigned(pdu.bytes(TAG.ticks)))
  const trapOid =
    generic === ENTERPRISE_SPECIFIC ? `${enterprise}.0.${specific}` : `${STANDARD_TRAPS}.${generic + 1}`
  return { trapOid, uptime, inform: false, values: valuesOf(pdu) }
}

function second(pdu: BerReader) {
  pdu.integer()
  pdu.integer()
  pdu.integer()
  return identified(valuesOf(pdu))
}

/** Takes the two leading varbinds of RFC 3416 out of the values; by OID, wherever they stand. */
export function identified(values: Map<string, string | number>) {
  const trapOid = values.get(TRAP_OID)
  const uptime = values.get(UPTIME)
  if (typeof trapOid !== 'string') throw new RangeError('no trap identity')
  values.delete(TRAP_OID)
  values.delete(UPTIME)
  return { trapOid, uptime: typeof uptime === 'number' ? uptime : null, values }
}

function valuesOf(pdu: BerReader): Map<string, string | number> {
  const values = new Map<string, string | number>()
  const list = pdu.inside(TAG.sequence)
  while (!list.done && values.size < MOST_VALUES) {
    const pair = list.inside(TAG.sequence)
    const oid = pair.objectId()
    const tag = pair.peek()
    values.set(oid, valueOf(tag, pair.bytes(tag)))
  }
  return values
}

function valueOf(tag: number, body: Buffer): string | number {
  if (tag === TAG.octets || tag === TAG.opaque) return readable(body)
  if (tag === TAG.objectId) return oidText(body)
  if (tag === TAG.ipAddress) return [...body.subarray(0, 4)].join('.')
  if (tag === TAG.integer) return body.length && body.length <= 6 ? body.readIntBE(0, body.length) : ''
  if (tag === TAG.counter32 || tag === TAG.gauge32 || tag === TAG.ticks || tag === TAG.counter64)
    return unsigned(body)
  return ''
}

/** Text, or hexadecimal digits where the octets are no text (an address, a date). */
export function readable(body: Buffer): string {
  for (const byte of body)
    if (byte < 9 || (byte > 13 && byte < 32)) return body.subarray(0, LONGEST_TEXT / 2).toString('hex')
  return textOf(body.subarray(0, LONGEST_TEXT))
}

/** The acknowledgement of an inform of v2c (RFC 3416, 4.2.7): the same message as a response without error. */
export function acknowledgement(inform: Buffer): Buffer {
  const answer = Buffer.from(inform)
  const message = new BerReader(answer).inside(TAG.sequence)
  message.integer()
  message.bytes(TAG.octets)
  answer[message.next().at] = RESPONSE
  return answer
}
