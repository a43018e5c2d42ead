import { numberAt, type XmlNode } from '../xml.ts'

/** Sessions now and at most, and what passes a second. */
export function sessionsOf(result: XmlNode) {
  const [sessions, sessionsMax] = [numberAt(result, 'num-active'), numberAt(result, 'num-max')]
  return {
    sessions,
    sessionsMax,
    sessionsUse: sessions !== null && sessionsMax ? (sessions / sessionsMax) * 100 : null,
    sessionsTcp: numberAt(result, 'num-tcp'),
    sessionsUdp: numberAt(result, 'num-udp'),
    sessionsIcmp: numberAt(result, 'num-icmp'),
    connectionsPerSecond: numberAt(result, 'cps'),
    packetsPerSecond: numberAt(result, 'pps'),
    kbps: numberAt(result, 'kbps'),
  }
}
