import { nodeAt, nodesAt, textAt, type XmlNode } from '../xml.ts'

export interface PanosCounters {
  name: string
  /** Octets since the start of the device. */
  in: bigint | null
  out: bigint | null
  inErrors: bigint | null
  inDrops: bigint | null
}

/** Counters of ports and of logical interfaces; the latter stand under `ifnet` or under `ifnet/ifnet`. */
export function countersOf(result: XmlNode): PanosCounters[] {
  const ports = nodesAt(result, 'hw', 'entry').flatMap(portOf)
  const known = new Set(ports.map(({ name }) => name))
  const logical = [
    ...nodesAt(result, 'ifnet', 'entry'),
    ...nodesAt(result, 'ifnet', 'ifnet', 'entry'),
  ].flatMap(logicalOf)
  return [...ports, ...logical.filter(({ name }) => !known.has(name))]
}

function portOf(entry: XmlNode): PanosCounters[] {
  const name = textAt(entry, 'name')
  const port = nodeAt(entry, 'port')
  if (!name) return []
  return [
    {
      name,
      in: big(textAt(port, 'rx-bytes') ?? textAt(entry, 'ibytes')),
      out: big(textAt(port, 'tx-bytes') ?? textAt(entry, 'obytes')),
      inErrors: big(textAt(port, 'rx-error') ?? textAt(entry, 'ierrors')),
      inDrops: big(textAt(port, 'rx-discards') ?? textAt(entry, 'idrops')),
    },
  ]
}

function logicalOf(entry: XmlNode): PanosCounters[] {
  const name = textAt(entry, 'name')
  if (!name) return []
  const of = (field: string) => big(textAt(entry, field))
  return [{ name, in: of('ibytes'), out: of('obytes'), inErrors: of('ierrors'), inDrops: of('idrops') }]
}

const big = (text: string | null) => (text && /^\d{1,20}$/.test(text) ? BigInt(text) : null)
