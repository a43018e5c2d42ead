import { Model } from 'objection'

export type Rollout = 'delivered' | 'installed' | 'pilot' | 'live' | 'spare' | 'rma' | 'retired'
export type DeviceKind = 'edge' | 'cpe' | 'switch' | 'other'

/** Roll-out states in which a device is asked. `delivered` still lies in its box. */
export const POLLED: readonly Rollout[] = ['installed', 'pilot', 'live']

/** A box in a school that the console knows. `key` is stable inside its unit (`edge`). */
export class Device extends Model {
  static tableName = 'ops_console.ops_console_devices'
  static idColumn = ['tenant_id', 'id']

  declare tenant_id: number
  declare id: string
  declare key: string
  declare kind: DeviceKind
  declare model: string | null
  declare serial: string | null
  declare host: string | null
  declare port: number
  declare snmp_version: '2c' | '3'
  declare wan_interface: string
  declare rollout: Rollout
  declare simulated: boolean
  declare verified: boolean
  declare maintenance: boolean
  declare parent_device_id: string | null
}
