/** SNMPv2-MIB, HOST-RESOURCES-MIB, SNMP-FRAMEWORK-MIB. */
export const SYSTEM = {
  descr: '1.3.6.1.2.1.1.1.0',
  objectId: '1.3.6.1.2.1.1.2.0',
  uptime: '1.3.6.1.2.1.1.3.0',
  name: '1.3.6.1.2.1.1.5.0',
  location: '1.3.6.1.2.1.1.6.0',
  engineBoots: '1.3.6.1.6.3.10.2.1.2.0',
  engineTime: '1.3.6.1.6.3.10.2.1.3.0',
  /** hrSystemDate: DateAndTime, RFC 2579. */
  date: '1.3.6.1.2.1.25.1.2.0',
} as const

/** IF-MIB (RFC 2863): columns, to be followed by ifIndex. */
export const INTERFACE = {
  descr: '1.3.6.1.2.1.2.2.1.2',
  type: '1.3.6.1.2.1.2.2.1.3',
  speed: '1.3.6.1.2.1.2.2.1.5',
  mac: '1.3.6.1.2.1.2.2.1.6',
  admin: '1.3.6.1.2.1.2.2.1.7',
  oper: '1.3.6.1.2.1.2.2.1.8',
  lastChange: '1.3.6.1.2.1.2.2.1.9',
  in32: '1.3.6.1.2.1.2.2.1.10',
  inDiscards: '1.3.6.1.2.1.2.2.1.13',
  inErrors: '1.3.6.1.2.1.2.2.1.14',
  out32: '1.3.6.1.2.1.2.2.1.16',
  outDiscards: '1.3.6.1.2.1.2.2.1.19',
  outErrors: '1.3.6.1.2.1.2.2.1.20',
  name: '1.3.6.1.2.1.31.1.1.1.1',
  in64: '1.3.6.1.2.1.31.1.1.1.6',
  out64: '1.3.6.1.2.1.31.1.1.1.10',
  highSpeed: '1.3.6.1.2.1.31.1.1.1.15',
  alias: '1.3.6.1.2.1.31.1.1.1.18',
  discontinuity: '1.3.6.1.2.1.31.1.1.1.19',
} as const

export const IF_NUMBER = '1.3.6.1.2.1.2.1.0'
export const IF_TABLE_LAST_CHANGE = '1.3.6.1.2.1.31.1.5.0'

/** HOST-RESOURCES-MIB: load of each processor, percent. On PAN-OS row 1 is management, row 2 data plane. */
export const PROCESSOR_LOAD = '1.3.6.1.2.1.25.3.3.1.2'

/** HOST-RESOURCES-MIB: names of devices, among them the processors. */
export const DEVICE_DESCR = '1.3.6.1.2.1.25.3.2.1.3'

/** HOST-RESOURCES-MIB: columns of hrStorageTable, to be followed by its index. */
export const STORAGE = {
  type: '1.3.6.1.2.1.25.2.3.1.2',
  descr: '1.3.6.1.2.1.25.2.3.1.3',
  unit: '1.3.6.1.2.1.25.2.3.1.4',
  size: '1.3.6.1.2.1.25.2.3.1.5',
  used: '1.3.6.1.2.1.25.2.3.1.6',
} as const

/** hrStorageTypes: what a row of the table is. */
export const STORAGE_TYPE = {
  ram: '1.3.6.1.2.1.25.2.1.2',
  fixedDisk: '1.3.6.1.2.1.25.2.1.4',
  flash: '1.3.6.1.2.1.25.2.1.9',
  other: '1.3.6.1.2.1.25.2.1.1',
} as const

/** PAN-COMMON-MIB. */
const PAN_COMMON = '1.3.6.1.4.1.25461.2.1.2'
export const PAN = {
  swVersion: `${PAN_COMMON}.1.1.0`,
  hwVersion: `${PAN_COMMON}.1.2.0`,
  serial: `${PAN_COMMON}.1.3.0`,
  appVersion: `${PAN_COMMON}.1.7.0`,
  avVersion: `${PAN_COMMON}.1.8.0`,
  threatVersion: `${PAN_COMMON}.1.9.0`,
  urlVersion: `${PAN_COMMON}.1.10.0`,
  haState: `${PAN_COMMON}.1.11.0`,
  haPeerState: `${PAN_COMMON}.1.12.0`,
  haMode: `${PAN_COMMON}.1.13.0`,
  clientVersion: `${PAN_COMMON}.1.15.0`,
  wildfireVersion: `${PAN_COMMON}.1.17.0`,
  policyDeny: `${PAN_COMMON}.1.19.8.10.0`,
  appReleased: `${PAN_COMMON}.1.20.0`,
  threatReleased: `${PAN_COMMON}.1.21.0`,
  avReleased: `${PAN_COMMON}.1.22.0`,
  wildfireReleased: `${PAN_COMMON}.1.23.0`,
  chassis: `${PAN_COMMON}.2.1.0`,
  sessionUse: `${PAN_COMMON}.3.1.0`,
  sessionsMax: `${PAN_COMMON}.3.2.0`,
  sessions: `${PAN_COMMON}.3.3.0`,
  sessionsTcp: `${PAN_COMMON}.3.4.0`,
  sessionsUdp: `${PAN_COMMON}.3.5.0`,
  sessionsIcmp: `${PAN_COMMON}.3.6.0`,
  panorama: `${PAN_COMMON}.4.1.0`,
} as const

/** MIKROTIK-MIB: scalars of the board. The script table `.18` is never asked: a GET there runs scripts. */
const MIKROTIK_ROOT = '1.3.6.1.4.1.14988.1.1'
export const MIKROTIK = {
  serial: `${MIKROTIK_ROOT}.7.3.0`,
  firmware: `${MIKROTIK_ROOT}.7.4.0`,
  upgrade: `${MIKROTIK_ROOT}.7.7.0`,
  board: `${MIKROTIK_ROOT}.7.9.0`,
  version: `${MIKROTIK_ROOT}.4.4.0`,
  voltage: `${MIKROTIK_ROOT}.3.8.0`,
  temperature: `${MIKROTIK_ROOT}.3.10.0`,
  cpuTemperature: `${MIKROTIK_ROOT}.3.11.0`,
  power: `${MIKROTIK_ROOT}.3.12.0`,
  psu1: `${MIKROTIK_ROOT}.3.15.0`,
  psu2: `${MIKROTIK_ROOT}.3.16.0`,
  fan1: `${MIKROTIK_ROOT}.3.17.0`,
  fan2: `${MIKROTIK_ROOT}.3.18.0`,
} as const

/** MIKROTIK-MIB mtxrOpticalTable: columns, to be followed by the index of the port. */
export const OPTICAL = {
  name: `${MIKROTIK_ROOT}.19.1.1.2`,
  rxLoss: `${MIKROTIK_ROOT}.19.1.1.3`,
  txFault: `${MIKROTIK_ROOT}.19.1.1.4`,
  wavelength: `${MIKROTIK_ROOT}.19.1.1.5`,
  temperature: `${MIKROTIK_ROOT}.19.1.1.6`,
  volt: `${MIKROTIK_ROOT}.19.1.1.7`,
  bias: `${MIKROTIK_ROOT}.19.1.1.8`,
  txPower: `${MIKROTIK_ROOT}.19.1.1.9`,
  rxPower: `${MIKROTIK_ROOT}.19.1.1.10`,
} as const

/** MIKROTIK-MIB mtxrGaugeTable of RouterOS 7. Units: 1 °C, 2 rpm, 3 dV, 4 dA, 5 dW, 6 status. */
export const HEALTH_GAUGE = {
  name: `${MIKROTIK_ROOT}.3.100.1.2`,
  value: `${MIKROTIK_ROOT}.3.100.1.3`,
  unit: `${MIKROTIK_ROOT}.3.100.1.4`,
} as const

/** ENTITY-MIB (RFC 6933): columns, to be followed by entPhysicalIndex. Class 3 is the chassis. */
export const ENTITY = {
  descr: '1.3.6.1.2.1.47.1.1.1.1.2',
  class: '1.3.6.1.2.1.47.1.1.1.1.5',
  name: '1.3.6.1.2.1.47.1.1.1.1.7',
  software: '1.3.6.1.2.1.47.1.1.1.1.10',
  serial: '1.3.6.1.2.1.47.1.1.1.1.11',
  model: '1.3.6.1.2.1.47.1.1.1.1.13',
} as const

/** ENTITY-MIB name and ENTITY-SENSOR-MIB (RFC 3433) columns, to be followed by entPhysicalIndex. */
export const SENSOR = {
  physicalName: ENTITY.name,
  type: '1.3.6.1.2.1.99.1.1.1.1',
  scale: '1.3.6.1.2.1.99.1.1.1.2',
  precision: '1.3.6.1.2.1.99.1.1.1.3',
  value: '1.3.6.1.2.1.99.1.1.1.4',
  status: '1.3.6.1.2.1.99.1.1.1.5',
  units: '1.3.6.1.2.1.99.1.1.1.6',
} as const

/** LLDP-MIB (IEEE 802.1AB): lldpRemTable, to be followed by time mark, local port and index. */
export const NEIGHBOUR = {
  chassisType: '1.0.8802.1.1.2.1.4.1.1.4',
  chassis: '1.0.8802.1.1.2.1.4.1.1.5',
  portType: '1.0.8802.1.1.2.1.4.1.1.6',
  port: '1.0.8802.1.1.2.1.4.1.1.7',
  name: '1.0.8802.1.1.2.1.4.1.1.9',
} as const

/** LLDP-MIB: what a local port is called, to be followed by its number. */
export const LOCAL_PORT = {
  idType: '1.0.8802.1.1.2.1.3.7.1.2',
  id: '1.0.8802.1.1.2.1.3.7.1.3',
} as const
