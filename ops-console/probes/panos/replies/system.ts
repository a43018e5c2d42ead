import { dayOf, deviceTime } from '../dates.ts'
import { nodeAt, textAt, type XmlNode } from '../xml.ts'

export interface ContentVersion {
  version: string
  /** `2026-11-20`; null when the release does not tell it. */
  releasedOn: string | null
}

export interface SystemInfo {
  hostname: string | null
  serial: string | null
  model: string | null
  family: string | null
  software: string | null
  /** Seconds. */
  uptime: number | null
  /** Milliseconds since 1970. */
  time: number | null
  operationalMode: string | null
  multiVsys: boolean
  deviceCertificate: string | null
  content: Partial<Record<'app' | 'av' | 'threat' | 'wildfire' | 'url', ContentVersion>>
}

/** @param zone time zone of the firewall's clock: the reply has none */
export function systemOf(result: XmlNode, zone: string): SystemInfo {
  const system = nodeAt(result, 'system')
  const text = (name: string) => textAt(system, name)
  return {
    hostname: text('hostname'),
    serial: text('serial'),
    model: text('model'),
    family: text('family'),
    software: text('sw-version'),
    uptime: uptimeSeconds(text('uptime')),
    time: deviceTime(text('time'), zone),
    operationalMode: text('operational-mode'),
    multiVsys: text('multi-vsys') === 'on',
    deviceCertificate: text('device-certificate-status'),
    content: contentOf(system),
  }
}

/** `115 days, 3:08:17` */
export function uptimeSeconds(text: string | null): number | null {
  const match = text?.match(/^(?:(\d+) days?, )?(\d+):(\d+):(\d+)/)
  if (!match) return null
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
}

const VERSIONS = [
  ['app', 'app-version', 'app-release-date'],
  ['av', 'av-version', 'av-release-date'],
  ['threat', 'threat-version', 'threat-release-date'],
  ['wildfire', 'wildfire-version', 'wildfire-release-date'],
  ['url', 'url-filtering-version', 'url-filtering-release-date'],
] as const

function contentOf(system: XmlNode): SystemInfo['content'] {
  const known = VERSIONS.flatMap(([name, version, date]) => {
    const found = textAt(system, version)
    if (!found || found === '0') return []
    return [[name, { version: found, releasedOn: dayOf(textAt(system, date)) }] as const]
  })
  return Object.fromEntries(known)
}
