import { Cursor, oidText } from './cursor.ts'
import { decodeRaw } from './decode.ts'
import type { Binding } from './transport.ts'

const SEQUENCE = 0x30
const OCTETS = 0x04
const OBJECT_ID = 0x06
const RESPONSE = 0xa2
const END_OF_VIEW = 0x82
const V2C = 1

/** A v2c reply whose head was read; its values follow from the cursor on. */
export interface Reply {
  id: number
  status: number
  community: Buffer
  values: Cursor
}

/** OID of a question: its text, and how it is written in BER. */
export interface Name {
  oid: string
  bytes: Buffer
}

/** Null: the bytes are no v2c reply (X.690, RFC 3416). Never throws. */
export function readHead(bytes: Buffer): Reply | null {
  const all = new Cursor(bytes, 0, bytes.length)
  const message = all.inside(SEQUENCE)
  if (!message || message.integer() !== V2C) return null
  const community = message.bytes(OCTETS)
  const pdu = message.inside(RESPONSE)
  if (!community || !pdu) return null
  const id = pdu.integer()
  const status = pdu.integer()
  const index = pdu.integer()
  const values = pdu.inside(SEQUENCE)
  if (id === null || status === null || index === null || !values) return null
  return { id, status, community, values }
}

/**
 * Values of a reply, or null when they cannot be read. An OID that stands where it was asked is not decoded again:
 * `asked` lends its text.
 */
export function readValues(values: Cursor, asked: readonly Name[]): Binding[] | null {
  const bindings: Binding[] = []
  while (!values.done) {
    const varbind = values.inside(SEQUENCE)
    const name = varbind?.element()
    const value = varbind?.element()
    if (!varbind || name?.tag !== OBJECT_ID || !value || !varbind.done) return null
    const expected = asked[bindings.length]
    const oid = expected && name.is(expected.bytes) ? expected.oid : oidText(name)
    const decoded = decodeRaw(value.tag, values.source, value.start, value.end)
    if (oid === null || decoded === null) return null
    bindings.push(value.tag === END_OF_VIEW ? { oid, value: decoded, end: true } : { oid, value: decoded })
  }
  return bindings
}
