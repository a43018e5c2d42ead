import { Model } from 'objection'
import type { LinkState } from '#ops/domain/link_states'

export type { LinkState }

/** A unit's fibre link. `baseline_rx_dbm` is the optical power accepted by protocol, in dBm. */
export class Link extends Model {
  static tableName = 'ops_console.ops_console_links'
  static idColumn = ['tenant_id', 'id']

  declare tenant_id: number
  declare id: string
  declare supplier: string
  declare state: LinkState
  declare capacity_mbps: number | null
  declare baseline_rx_dbm: number | null
  /** `YYYY-MM-DD` of the plan. */
  declare planned_on: string | null
  /** Service time of the contract starts here. */
  declare activated_at: Date | null
  /** Stage left for rework or suspension. */
  declare resumes: LinkState | null
  declare stage_since: Date
}
