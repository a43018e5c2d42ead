import { nodesAt, textAt, type XmlNode } from '../xml.ts'

export interface PanosInterface {
  name: string
  /** Mbit/s; null when down or automatic. */
  speedMbps: number | null
  duplex: string | null
  state: string | null
  mac: string | null
  mode: string | null
  zone: string | null
  vsys: string | null
  address: string | null
  tag: string | null
}

/** Physical ports with their zone, and logical interfaces that are no port. */
export function interfacesOf(result: XmlNode): PanosInterface[] {
  const logical = new Map(nodesAt(result, 'ifnet', 'entry').flatMap((entry) => named(entry)))
  const ports = nodesAt(result, 'hw', 'entry').flatMap((entry) => named(entry))
  const names = new Set([...ports.map(([name]) => name), ...logical.keys()])
  const hardware = new Map(ports)
  return [...names].map((name) => joined(name, hardware.get(name), logical.get(name)))
}

const named = (entry: XmlNode): [string, XmlNode][] => {
  const name = textAt(entry, 'name')
  return name ? [[name, entry]] : []
}

function joined(name: string, port: XmlNode, logical: XmlNode): PanosInterface {
  return {
    name,
    speedMbps: positive(told(port, 'speed')),
    duplex: told(port, 'duplex'),
    state: told(port, 'state'),
    mac: told(port, 'mac'),
    mode: told(port, 'mode'),
    zone: told(logical, 'zone'),
    vsys: told(logical, 'vsys'),
    address: told(logical, 'ip'),
    tag: told(logical, 'tag'),
  }
}

/** Older releases write `[n/a]`, `ukn` or `unknown` where they know nothing. */
function told(node: XmlNode, name: string): string | null {
  const text = textAt(node, name)
  return text === null || /^(\[?n\/a\]?|ukn|unknown|none)$/i.test(text) ? null : text
}

const positive = (text: string | null) => (text && Number(text) > 0 ? Number(text) : null)
