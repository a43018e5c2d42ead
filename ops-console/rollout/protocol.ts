import { Model } from 'objection'

export const PROTOCOL_RESULTS = ['accepted', 'accepted_with_defects', 'rejected'] as const
export type ProtocolResult = (typeof PROTOCOL_RESULTS)[number]

/** Workmanship that the unit is asked to watch. */
export const CHECKLIST = [
  'cabinet_place',
  'cabinet_mounting',
  'cable_route',
  'fire_sealing',
  'labels',
  'earthing',
  'cleanliness',
  'documentation',
] as const
export type ChecklistItem = (typeof CHECKLIST)[number]

/** An acceptance protocol as it was signed; a later one has a higher version. */
export class Protocol extends Model {
  static tableName = 'ops_console.ops_console_protocols'
  static idColumn = ['tenant_id', 'id']
  static jsonAttributes = ['checklist']

  declare tenant_id: number
  declare id: string
  declare link_id: string
  declare version: number
  declare result: ProtocolResult
  /** `YYYY-MM-DD`. */
  declare signed_on: string
  declare for_unit: string
  declare for_supplier: string
  declare for_city: string
  declare checklist: { item: ChecklistItem; good: boolean; remarks?: string }[]
  declare remarks: string | null
  declare written_by: string | null
  declare written_at: Date
}
