import type { ReactNode } from 'react'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  sortable?: boolean
  align?: 'start' | 'end' | 'center'
  /** On a phone: 1 is the card's heading, 2 (default) stands below with its label, 3 vanishes. */
  priority?: 1 | 2 | 3
  defaultHidden?: boolean
  /** CSS width, when the content should not decide. */
  width?: string | number
}

export interface FilterDef {
  id: string
  label: string
  kind: 'text' | 'select' | 'date'
  options?: { value: string; label: string }[]
}

export interface BulkAction {
  id: string
  label: string
  icon?: string
  danger?: boolean
  /** Ids of the selected rows; `clear` empties the selection. */
  run: (ids: string[], clear: () => void) => void
}

export interface DataTableProps<Row> {
  /** What the list is, for screen readers: `Uczniowie`. */
  caption: string
  /** `undefined` while a deferred prop is on its way. */
  rows: Row[] | undefined
  total: number
  page: number
  pageSize: number
  /** `surname` or `-surname`. */
  sort: string
  columns: Column<Row>[]
  /** Default: `row.id`. */
  rowKey?: (row: Row) => string
  /** What a row is called when announced; default is its key. */
  rowLabel?: (row: Row) => string
  rowHref?: (row: Row) => string
  /** Current values; default: what the address says. */
  filters?: Record<string, string>
  filterDefs?: FilterDef[]
  /** Off: no search field. */
  searchable?: boolean
  searchLabel?: string
  exportHref?: string
  selectable?: boolean
  bulkActions?: BulkAction[]
  empty?: ReactNode
  /** In place of page numbers, for lists whose length nobody counts; its links say where the page begins in `page`. */
  pager?: ReactNode
  /** Props to reload; default: the whole page. */
  only?: string[]
  /** Remembers columns and density under this name; default: the caption. */
  id?: string
}
