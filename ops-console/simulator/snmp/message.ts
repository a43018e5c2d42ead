import { element, integerOf, type BerValue } from '../ber.ts'
import { BerWriter } from '../ber_writer.ts'

/** A question inside its message; names of objects stay in BER. */
export interface Pdu {
  type: 'get' | 'next' | 'bulk'
  id: number
  nonRepeaters: number
  repetitions: number
  names: Buffer[]
}

export interface Request extends Pdu {
  community: string
}

export interface Answer {
  name: Buffer
  value: BerValue
}

/** error-status of RFC 3416 and the 1-based place of what caused it. */
export interface PduError {
  status: number
  index: number
}

const TYPES: Record<number, Pdu['type']> = { 0xa0: 'get', 0xa1: 'next', 0xa5: 'bulk' }
export const RESPONSE = 0xa2
export const REPORT = 0xa8

/** 1 is v2c, 3 is v3; null when the bytes are no SNMP message. */
export function versionOf(bytes: Buffer): number | null {
  try {
    return integerOf(element(element(bytes).body).body)
  } catch {
    return null
  }
}

/** Null when the bytes are no v2c question. */
export function parseRequest(bytes: Buffer): Request | null {
  try {
    const version = element(element(bytes).body)
    const community = element(version.rest)
    const pdu = parsePdu(community.rest)
    return integerOf(version.body) === 1 && pdu
      ? { community: community.body.toString('utf8'), ...pdu }
      : null
  } catch {
    return null
  }
}

/** @throws RangeError on truncated bytes */
export function parsePdu(bytes: Buffer): Pdu | null {
  const pdu = element(bytes)
  const type = TYPES[pdu.tag]
  if (!type) return null
  const id = element(pdu.body)
  const first = element(id.rest)
  const second = element(first.rest)
  return {
    type,
    id: integerOf(id.body),
    nonRepeaters: integerOf(first.body),
    repetitions: integerOf(second.body),
    names: namesOf(element(second.rest).body),
  }
}

function namesOf(bytes: Buffer): Buffer[] {
  const names: Buffer[] = []
  for (let rest = bytes; rest.length;) {
    const varbind = element(rest)
    names.push(element(varbind.body).body)
    rest = varbind.rest
  }
  return names
}

const NO_ERROR: PduError = { status: 0, index: 0 }

/** Writes a PDU in front of what the writer holds. */
export function writePdu(
  writer: BerWriter,
  tag: number,
  id: number,
  answers: readonly Answer[],
  { status, index } = NO_ERROR
) {
  const end = writer.mark
  for (let i = answers.length - 1; i >= 0; i--) {
    const varbind = writer.mark
    writer.value(answers[i].value)
    writer.element(0x06, answers[i].name)
    writer.wrap(0x30, varbind)
  }
  writer.wrap(0x30, end)
  writer.integer(0x02, index)
  writer.integer(0x02, status)
  writer.integer(0x02, id)
  writer.wrap(tag, end)
}

const shared = new BerWriter()

/** A v2c reply as bytes. */
export function encodeResponse(request: Request, answers: readonly Answer[], error?: PduError): Buffer {
  shared.reset()
  const end = shared.mark
  writePdu(shared, RESPONSE, request.id, answers, error)
  shared.element(0x04, Buffer.from(request.community))
  shared.integer(0x02, 1)
  shared.wrap(0x30, end)
  return shared.take()
}
