import type { Learnt } from '#ops/probes/snmp/learnt'

export interface Found {
  address: string
  name: string | null
  model: string | null
  serial: string | null
  software: string | null
  family: Learnt['family']
  /** LLDP: `port: neighbour`. */
  neighbours: string[]
}
