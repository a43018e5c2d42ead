import { Model } from 'objection'

export type LinkState =
  | 'planned'
  | 'route_agreed'
  | 'cabinet_installed'
  | 'documented'
  | 'protocol_signed'
  | 'testing'
  | 'tests_passed'
  | 'active'
  | 'rework'
  | 'suspended'
  | 'decommissioned'

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
}
