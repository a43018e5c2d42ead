const STANDARD = '1.3.6.1.6.3.1.1.5'
const MIKROTIK = '1.3.6.1.4.1.14988.1.1.9.0'
/** Notifications of PAN-TRAPS: `….0.N`. */
export const PAN_TRAPS = '1.3.6.1.4.1.25461.2.1.3.2.0'

/** Names of notifications; any other keeps its OID. */
const NAMES: Record<string, string> = {
  [`${STANDARD}.1`]: 'coldStart',
  [`${STANDARD}.2`]: 'warmStart',
  [`${STANDARD}.3`]: 'linkDown',
  [`${STANDARD}.4`]: 'linkUp',
  [`${STANDARD}.5`]: 'authenticationFailure',
  [`${STANDARD}.6`]: 'egpNeighborLoss',
  [`${MIKROTIK}.1`]: 'mtxrTrap',
  [`${MIKROTIK}.2`]: 'mtxrTemperatureException',
}

/** As in syslog. A trap that is not here is a notice. */
const SEVERITIES: Record<string, number> = {
  coldStart: 4,
  warmStart: 4,
  linkDown: 3,
  linkUp: 5,
  authenticationFailure: 4,
  mtxrTemperatureException: 3,
}

const PAN_NAMES: Record<string, string> = {
  '1': 'panGeneralGeneralTrap',
  '602': 'panGeneralSystemShutdownTrap',
}

export function trapName(oid: string): string {
  if (oid.startsWith(`${PAN_TRAPS}.`)) {
    const number = oid.slice(PAN_TRAPS.length + 1)
    return PAN_NAMES[number] ?? `panTrap.${number}`
  }
  return NAMES[oid] ?? oid
}

export const trapSeverity = (name: string) => SEVERITIES[name] ?? 5

/**
 * Objects of PAN-TRAPS by their OID below `1.3.6.1.4.1.25461.2.1.3.1`. Editions of the MIB put them in different
 * orders, so they are never read by position.
 */
export const PAN_OBJECTS: Record<string, string> = {
  ...{ '2': 'receiveTime', '3': 'serial', '4': 'eventType', '5': 'subType', '7': 'vsys', '8': 'seqno' },
  ...{ '300': 'eventId', '301': 'object', '302': 'module', '303': 'severity', '304': 'description' },
}
export const PAN_OBJECT_ROOT = '1.3.6.1.4.1.25461.2.1.3.1.'

/** 1 unused, 2 informational … 6 critical → syslog. */
export const PAN_SEVERITIES: Record<number, number> = { 2: 6, 3: 5, 4: 4, 5: 3, 6: 2 }

/** Columns whose last number is an index, by OID: what a person calls them. */
export const COLUMNS: Record<string, string> = {
  '1.3.6.1.2.1.2.2.1.1': 'ifIndex',
  '1.3.6.1.2.1.2.2.1.2': 'ifDescr',
  '1.3.6.1.2.1.2.2.1.7': 'ifAdminStatus',
  '1.3.6.1.2.1.2.2.1.8': 'ifOperStatus',
  '1.3.6.1.2.1.31.1.1.1.1': 'ifName',
  '1.3.6.1.2.1.31.1.1.1.18': 'ifAlias',
  '1.3.6.1.2.1.1.5': 'sysName',
  '1.3.6.1.4.1.14988.1.1.3.10': 'temperature',
  '1.3.6.1.6.3.1.1.4.3': 'enterprise',
}
