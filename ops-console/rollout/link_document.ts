import { Model } from 'objection'

export const DOCUMENT_KINDS = ['photo', 'as_built', 'signed_protocol', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A file about a link; `bytes` are read only for a download. */
export class LinkDocument extends Model {
  static tableName = 'ops_console.ops_console_documents'
  static idColumn = ['tenant_id', 'id']

  declare tenant_id: number
  declare id: string
  declare link_id: string
  declare kind: DocumentKind
  declare name: string
  declare media_type: string
  declare size: number
  declare sha256: string
  declare bytes: Buffer
  declare caption: string | null
  declare uploaded_by: string | null
  declare uploaded_by_name: string | null
  declare uploaded_at: Date
}
