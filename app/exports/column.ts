/**
 * `decimal` and `money` are numbers or decimal strings (`'12.50'`, money in złote); `date` is `YYYY-MM-DD`; `datetime` is
 * an instant, printed in Europe/Warsaw.
 */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'money' | 'date' | 'datetime' | 'boolean'

export interface ExportColumn<Row> {
  title: string
  /** Default `text`. */
  type?: ColumnType
  value: (row: Row) => unknown
  /** Width in characters, XLSX only; default by type. */
  width?: number
}

export type Rows<Row> = AsyncIterable<Row> | Iterable<Row>
