/**
 * Positions of columns, 1-based, in the CSV bodies of PAN-OS (syslog field descriptions of the vendor). Only those that
 * no release has moved: later releases append, so a column that is not there is left out.
 */
export const COLUMNS: Record<string, Record<string, number>> = {
  TRAFFIC: {
    ...{ src: 8, dst: 9, rule: 12, srcUser: 13, dstUser: 14, app: 15, vsys: 16, fromZone: 17, toZone: 18 },
    ...{ srcPort: 25, dstPort: 26, protocol: 30, action: 31, bytes: 32, packets: 35, elapsed: 37 },
    ...{ category: 38, endReason: 47, deviceName: 53 },
  },
  THREAT: {
    ...{ src: 8, dst: 9, rule: 12, srcUser: 13, dstUser: 14, app: 15, vsys: 16, fromZone: 17, toZone: 18 },
    ...{ srcPort: 25, dstPort: 26, protocol: 30, action: 31, object: 32, threat: 33, category: 34 },
    ...{ severity: 35, direction: 36, deviceName: 60 },
  },
  SYSTEM: {
    ...{ vsys: 8, eventId: 9, object: 10, module: 13, severity: 14, description: 15, deviceName: 23 },
  },
  CONFIG: { host: 8, vsys: 9, command: 10, admin: 11, client: 12, result: 13, path: 14 },
}

export const SEQNO: Record<string, number> = { TRAFFIC: 40, THREAT: 37, SYSTEM: 16 }

/** Types that tell what a person did on the network. */
export const PERSONAL_TYPES = new Set([
  ...['TRAFFIC', 'THREAT', 'USERID', 'HIPMATCH', 'GLOBALPROTECT', 'AUTHENTICATION', 'DECRYPTION', 'TUNNEL'],
])

/** Severity words of PAN-OS as syslog severities. */
export const SEVERITIES: Record<string, number> = {
  critical: 2,
  high: 3,
  medium: 4,
  low: 5,
  informational: 6,
}
