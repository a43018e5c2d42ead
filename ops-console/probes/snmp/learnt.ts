import type { MIKROTIK, PAN } from './oids.ts'

/** What this software is made by; decides what is asked beside the standard objects. */
export type Family = 'panos' | 'routeros' | 'other'

export interface KnownInterface {
  index: string
  name: string
  alias: string | null
  /** Mbit/s, 0 when the agent does not say. */
  speedMbps: number
  /** Whether the agent has 64-bit counters for it. */
  wide: boolean
  up: boolean
  /** Whether the agent has errors and discards for it. */
  errors?: boolean
}

/** A value of ENTITY-SENSOR-MIB in plain units: raw × factor. */
export interface KnownSensor {
  index: string
  factor: number
}

/** Row of hrStorageTable: `unit` octets in one of its units. */
export interface KnownStorage {
  index: string
  name: string
  unit: number
}

/** Who stands at the other end of a port, by LLDP. */
export interface Neighbour {
  /** Our port. */
  localPort: string
  /** MAC address as `02:5a:…`, or what else the neighbour calls itself by. */
  chassis: string | null
  port: string | null
  name: string | null
}

/** One part of ENTITY-MIB that has a serial number or is the chassis. */
export interface InventoryPart {
  name: string | null
  descr: string | null
  class: string
  model: string | null
  serial: string | null
  software: string | null
}

/** What is learnt of a device once, and again after a change of its software or interfaces. */
export interface Learnt {
  descr: string | null
  objectId: string | null
  name: string | null
  model: string | null
  serial: string | null
  software: string | null
  appVersion: string | null
  avVersion: string | null
  threatVersion: string | null
  haState: string | null
  interfaces: KnownInterface[]
  /** Indexes of hrProcessorLoad, in the agent's order. */
  processors: string[]
  /** PAN objects that this software has. */
  pan: (keyof typeof PAN)[]
  /** Index of the sensor for received optical power, and its decimal digits. */
  optical: { index: string; digits: number } | null
  family?: Family
  firmware?: string | null
  location?: string | null
  haMode?: string | null
  urlVersion?: string | null
  wildfireVersion?: string | null
  /** Newest release date of applications, threats and antivirus as the device writes it, e.g. `2026/11/22 04:02:08 CET`. */
  contentReleased?: string | null
  /** MIKROTIK objects that this board has. */
  mikrotik?: (keyof typeof MIKROTIK)[]
  /** Index of the fibre port in MIKROTIK-MIB's optical table. */
  transceiver?: string | null
  temperature?: KnownSensor | null
  memory?: KnownStorage[]
  disks?: KnownStorage[]
  /** Whether the agent tells its clock (hrSystemDate). */
  clock?: boolean
  inventory?: InventoryPart[]
  neighbours?: Neighbour[]
}
