import { Model } from 'objection'
import type { Fact } from '#ops/health/states'
import type { Severity } from '#ops/health/thresholds'

/** Something that went wrong and is over when `closed_at` is set. One open incident a device and check. */
export class Incident extends Model {
  static tableName = 'ops_console.ops_console_incidents'
  static idColumn = ['tenant_id', 'id']
  static jsonAttributes = ['fact']

  declare tenant_id: number
  declare id: string
  declare device_id: string
  declare check_code: string
  declare severity: Severity
  declare fact: Fact | null
  declare opened_at: Date
  declare last_seen_at: Date
  declare closed_at: Date | null
  declare reopened: number
}
