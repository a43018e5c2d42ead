import { Model } from 'objection'

/** Which unit had a device from when to when, so that old figures stay with the old unit. */
export class Assignment extends Model {
  static tableName = 'ops_console.ops_console_assignments'
  static idColumn = ['tenant_id', 'id']

  declare tenant_id: number
  declare id: string
  declare device_id: string
  declare valid_from: Date
  declare valid_to: Date | null
}
