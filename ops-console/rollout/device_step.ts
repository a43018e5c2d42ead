import { Model } from 'objection'
import type { Rollout } from '#ops/inventory/device'

/** One step of a device through its roll-out. */
export class DeviceStep extends Model {
  static tableName = 'ops_console.ops_console_device_steps'
  static idColumn = ['tenant_id', 'id']

  declare tenant_id: number
  declare id: string
  declare device_id: string
  declare at: Date
  declare was: Rollout
  declare became: Rollout
  declare actor_id: string | null
  declare actor_name: string | null
  declare remarks: string | null
}
