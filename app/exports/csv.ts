import { Readable } from 'node:stream'
import { cellOf, type Cell } from './cell.ts'
import type { ExportColumn, Rows } from './column.ts'
import { guarded } from './guard.ts'

const CHUNK_CHARACTERS = 64 * 1024

/**
 * CSV as Polish spreadsheets open it: UTF-8 with BOM, `;`, CRLF, decimal comma, formulas defused. Rows are pulled as fast
 * as the reader takes them.
 */
export function csvStream<Row>(rows: Rows<Row>, columns: ExportColumn<Row>[]): Readable {
  return Readable.from(chunks(rows, columns), { objectMode: false })
}

async function* chunks<Row>(rows: Rows<Row>, columns: ExportColumn<Row>[]) {
  let chunk = '\ufeff' + line(columns.map(({ title }) => title))
  for await (const row of rows) {
    chunk += line(columns.map((column) => written(cellOf(column, row), column)))
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  yield Buffer.from(chunk)
}

function written<Row>(cell: Cell, { type }: ExportColumn<Row>): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return (type === 'money' ? cell.toFixed(2) : String(cell)).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? '1' : '0'
  if (typeof cell === 'string') return cell
  return 'day' in cell ? cell.day : cell.local.toFormat('yyyy-MM-dd HH:mm:ss')
}

const line = (fields: string[]) => fields.map((field) => quoted(guarded(field))).join(';') + '\r\n'

const quoted = (field: string) =>
  /[";\r\n\t]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
