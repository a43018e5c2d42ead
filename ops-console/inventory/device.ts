import { Model } from 'objection'

export type Rollout = 'delivered' | 'installed' | 'pilot' | 'live' | 'spare' | 'rma' | 'retired'
/**
 * `edge`: a unit's firewall; `cpe`: the supplier's terminal of its link; `core`: the city's router; `sepm`: the city's
 * endpoint protection server; `endpoints`: the protected workstations of one unit, judged by what the server says.
 */
export type DeviceKind = 'edge' | 'cpe' | 'switch' | 'core' | 'sepm' | 'endpoints' | 'other'

/** SNMPv3 without its secrets (RFC 3414, RFC 7860). */
export interface SnmpSecurity {
  user: string
  level: 'noAuthNoPriv' | 'authNoPriv' | 'authPriv'
  auth?: 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512'
  priv?: 'aes' | 'aes256b' | 'aes256r'
}

/** Where the vendor's interface answers; `fingerprint`: SHA-256 of its certificate, hex, pinned at enrolment. */
export interface ApiAddress {
  kind: 'panos' | 'routeros' | 'sepm'
  host: string
  port: number
  tls: boolean
  fingerprint: string | null
}

/** Roll-out states in which a device is asked. `delivered` still lies in its box. */
export const POLLED: readonly Rollout[] = ['installed', 'pilot', 'live']

/** Something the console watches. `key` is stable inside its unit (`edge`). */
export class Device extends Model {
  static tableName = 'ops_console.ops_console_devices'
  static idColumn = ['tenant_id', 'id']
  static jsonAttributes = ['snmp', 'api']

  declare tenant_id: number
  declare id: string
  declare key: string
  declare kind: DeviceKind
  declare model: string | null
  declare serial: string | null
  declare host: string | null
  declare port: number
  declare snmp_version: '2c' | '3' | 'none'
  declare wan_interface: string
  declare rollout: Rollout
  declare simulated: boolean
  declare verified: boolean
  declare maintenance: boolean
  declare name: string | null
  declare snmp: SnmpSecurity | null
  declare api: ApiAddress | null
  declare origin: 'file' | 'hand' | 'import' | 'discovery'
  /** Fields that a person entered; the tenant file no longer decides about them. */
  declare by_hand: string[]
  /** Off: the console leaves it alone, whatever its stage. */
  declare polled: boolean
}
