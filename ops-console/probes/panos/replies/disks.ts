import { textAt, type XmlNode } from '../xml.ts'

export interface Disk {
  mount: string
  size: string
  /** Percent. */
  use: number
}

/** File systems of the text of `df`; those that are full by design (images, memory) are left out. */
export function disksOf(result: XmlNode): Disk[] {
  const text = textAt(result) ?? ''
  return text.split('\n').flatMap((line) => {
    const match = line.trim().match(/^(\S+)\s+(\S+)\s+\S+\s+\S+\s+(\d+)%\s+(\/\S*)$/)
    if (!match || /^(tmpfs|none|devtmpfs|udev|cgroup)/.test(match[1]) || match[4].startsWith('/dev'))
      return []
    return [{ mount: match[4], size: match[2], use: Number(match[3]) }]
  })
}
