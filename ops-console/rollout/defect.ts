import { Model } from 'objection'

/** Something to be mended; a blocking one keeps the link from going into service. */
export class Defect extends Model {
  static tableName = 'ops_console.ops_console_defects'
  static idColumn = ['tenant_id', 'id']

  declare tenant_id: number
  declare id: string
  declare link_id: string
  declare description: string
  declare blocking: boolean
  /** `YYYY-MM-DD`. */
  declare due_on: string | null
  declare reported_by_name: string | null
  declare opened_at: Date
  declare resolved_at: Date | null
  declare resolution: string | null
  declare reopened: number
}
