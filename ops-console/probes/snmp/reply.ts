import { Cursor, oidText } from './cursor.ts'
import { decodeRaw } from './decode.ts'
import type { Binding } from './transport.ts'

const SEQUENCE = 0x30
const OCTETS = 0x04
const OBJECT_ID = 0x06
const RESPONSE = 0xa2
const END_OF_VIEW = 0x82
const V2C = 1

/** A v2c reply whose head was read; its values are still to be read. */
export interface Reply {
  id: number
  status: number
  community: Bounds
  values: Bounds
  bytes: Buffer
}

interface Bounds {
  start: number
  end: number
}

/** OID of a question: its text, and how it is written in BER. */
export interface Name {
  oid: string
  bytes: Buffer
}

/** One for all: reading never waits. */
const cursor = new Cursor()

/** Null: the bytes are no v2c reply (X.690, RFC 3416). Never throws. */
export function readHead(bytes: Buffer): Reply | null {
  cursor.over(bytes)
  if (!cursor.enter(SEQUENCE) || cursor.integer() !== V2C || !cursor.next(OCTETS)) return null
  const community = { start: cursor.start, end: cursor.end }
  if (!cursor.enter(RESPONSE)) return null
  const [id, status, index] = [cursor.integer(), cursor.integer(), cursor.integer()]
  if (id === null || status === null || index === null || !cursor.next(SEQUENCE)) return null
  return { id, status, community, values: { start: cursor.start, end: cursor.end }, bytes }
}

/** Whether a reply carries that community. */
export function isOf({ bytes, community }: Reply, expected: Buffer): boolean {
  return bytes.compare(expected, 0, expected.length, community.start, community.end) === 0
}

/**
 * Values of a reply, or null when they cannot be read. An OID that stands where it was asked is not decoded again:
 * `asked` lends its text.
 */
export function readValues({ bytes, values }: Reply, asked: readonly Name[]): Binding[] | null {
  const bindings: Binding[] = []
  for (let at = values.start; at < values.end;) {
    cursor.over(bytes, at, values.end)
    if (!cursor.next(SEQUENCE)) return null
    at = cursor.end
    const binding = readBinding(bytes, cursor.start, cursor.end, asked[bindings.length])
    if (!binding) return null
    bindings.push(binding)
  }
  return bindings
}

function readBinding(bytes: Buffer, start: number, end: number, expected: Name | undefined): Binding | null {
  cursor.over(bytes, start, end)
  if (!cursor.next(OBJECT_ID)) return null
  const oid = expected && cursor.is(expected.bytes) ? expected.oid : oidText(bytes, cursor.start, cursor.end)
  if (oid === null || !cursor.next() || cursor.end !== end) return null
  const { tag } = cursor
  const value = decodeRaw(tag, bytes, cursor.start, cursor.end)
  if (value === null) return null
  return tag === END_OF_VIEW ? { oid, value, end: true } : { oid, value }
}
