/** SNMPv2-MIB, HOST-RESOURCES-MIB, SNMP-FRAMEWORK-MIB. */
export const SYSTEM = {
  descr: '1.3.6.1.2.1.1.1.0',
  objectId: '1.3.6.1.2.1.1.2.0',
  uptime: '1.3.6.1.2.1.1.3.0',
  name: '1.3.6.1.2.1.1.5.0',
  engineBoots: '1.3.6.1.6.3.10.2.1.2.0',
} as const

/** IF-MIB (RFC 2863): columns, to be followed by ifIndex. */
export const INTERFACE = {
  descr: '1.3.6.1.2.1.2.2.1.2',
  oper: '1.3.6.1.2.1.2.2.1.8',
  in32: '1.3.6.1.2.1.2.2.1.10',
  out32: '1.3.6.1.2.1.2.2.1.16',
  name: '1.3.6.1.2.1.31.1.1.1.1',
  in64: '1.3.6.1.2.1.31.1.1.1.6',
  out64: '1.3.6.1.2.1.31.1.1.1.10',
  highSpeed: '1.3.6.1.2.1.31.1.1.1.15',
  alias: '1.3.6.1.2.1.31.1.1.1.18',
  discontinuity: '1.3.6.1.2.1.31.1.1.1.19',
} as const

export const IF_TABLE_LAST_CHANGE = '1.3.6.1.2.1.31.1.5.0'

/** HOST-RESOURCES-MIB: load of each processor, percent. On PAN-OS row 1 is management, row 2 data plane. */
export const PROCESSOR_LOAD = '1.3.6.1.2.1.25.3.3.1.2'

/** PAN-COMMON-MIB. */
export const PAN = {
  swVersion: '1.3.6.1.4.1.25461.2.1.2.1.1.0',
  hwVersion: '1.3.6.1.4.1.25461.2.1.2.1.2.0',
  serial: '1.3.6.1.4.1.25461.2.1.2.1.3.0',
  appVersion: '1.3.6.1.4.1.25461.2.1.2.1.7.0',
  avVersion: '1.3.6.1.4.1.25461.2.1.2.1.8.0',
  threatVersion: '1.3.6.1.4.1.25461.2.1.2.1.9.0',
  haState: '1.3.6.1.4.1.25461.2.1.2.1.11.0',
  chassis: '1.3.6.1.4.1.25461.2.1.2.2.1.0',
  sessionUse: '1.3.6.1.4.1.25461.2.1.2.3.1.0',
  sessionsMax: '1.3.6.1.4.1.25461.2.1.2.3.2.0',
  sessions: '1.3.6.1.4.1.25461.2.1.2.3.3.0',
} as const

/** ENTITY-MIB name and ENTITY-SENSOR-MIB (RFC 3433) columns, to be followed by entPhysicalIndex. */
export const SENSOR = {
  physicalName: '1.3.6.1.2.1.47.1.1.1.1.7',
  type: '1.3.6.1.2.1.99.1.1.1.1',
  scale: '1.3.6.1.2.1.99.1.1.1.2',
  precision: '1.3.6.1.2.1.99.1.1.1.3',
  value: '1.3.6.1.2.1.99.1.1.1.4',
  status: '1.3.6.1.2.1.99.1.1.1.5',
  units: '1.3.6.1.2.1.99.1.1.1.6',
} as const
