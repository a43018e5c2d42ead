import { element, encodeValue, integerBytes, integerOf, oidBytes, oidOf, tlv, type BerValue } from './ber.ts'

export interface Request {
  community: string
  type: 'get' | 'next' | 'bulk'
  id: number
  nonRepeaters: number
  repetitions: number
  oids: string[]
}

const TYPES: Record<number, Request['type']> = { 0xa0: 'get', 0xa1: 'next', 0xa5: 'bulk' }

/** Null when the bytes are no v2c question. */
export function parseRequest(bytes: Buffer): Request | null {
  try {
    const version = element(element(bytes).body)
    const community = element(version.rest)
    const pdu = element(community.rest)
    const id = element(pdu.body)
    const first = element(id.rest)
    const second = element(first.rest)
    const type = TYPES[pdu.tag]
    if (integerOf(version.body) !== 1 || !type) return null
    return {
      community: community.body.toString('utf8'),
      type,
      id: integerOf(id.body),
      nonRepeaters: integerOf(first.body),
      repetitions: integerOf(second.body),
      oids: oidsOf(element(second.rest).body),
    }
  } catch {
    return null
  }
}

function oidsOf(bytes: Buffer): string[] {
  const oids: string[] = []
  for (let rest = bytes; rest.length;) {
    const varbind = element(rest)
    oids.push(oidOf(element(varbind.body).body))
    rest = varbind.rest
  }
  return oids
}

export interface Answer {
  oid: string
  value: BerValue
}

export function encodeResponse(request: Request, answers: readonly Answer[], errorStatus = 0): Buffer {
  const int = (value: number) => tlv(0x02, integerBytes(BigInt(value)))
  const varbinds = answers.map(({ oid, value }) =>
    tlv(0x30, Buffer.concat([tlv(0x06, oidBytes(oid)), encodeValue(value)]))
  )
  const pdu = Buffer.concat([int(request.id), int(errorStatus), int(0), tlv(0x30, Buffer.concat(varbinds))])
  const community = tlv(0x04, Buffer.from(request.community))
  return tlv(0x30, Buffer.concat([int(1), community, tlv(0xa2, pdu)]))
}
