import { Model } from 'objection'
import type { LinkState } from '#ops/inventory/link'

/** One step of a link, never changed afterwards. */
export class LinkStep extends Model {
  static tableName = 'ops_console.ops_console_link_steps'
  static idColumn = ['tenant_id', 'id']
  static jsonAttributes = ['details']

  declare tenant_id: number
  declare id: string
  declare link_id: string
  declare at: Date
  declare was: LinkState
  declare became: LinkState
  declare actor_id: string | null
  declare actor_name: string | null
  declare remarks: string | null
  /** What the step rests on: cabinet's place, director's consent, ids of documents and runs. */
  declare details: Record<string, unknown>
}
