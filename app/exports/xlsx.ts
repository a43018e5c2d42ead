import { PassThrough, type Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Excel from 'exceljs'
import { cellOf, type Cell } from './cell.ts'
import type { ColumnType, ExportColumn, Rows } from './column.ts'
import { ExportTooLong } from './errors.ts'
import { xmlText } from './guard.ts'

const MAX_ROWS = 1_048_576
const MAX_TEXT = 32_767
const ROWS_A_TURN = 200

const FORMATS: Record<ColumnType, string> = {
  text: '@',
  integer: '0',
  decimal: '0.########',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  datetime: 'yyyy-mm-dd hh:mm:ss',
  boolean: 'General',
}
const WIDTHS: Record<ColumnType, number> = {
  text: 24,
  integer: 10,
  decimal: 12,
  money: 14,
  date: 12,
  datetime: 20,
  boolean: 10,
}

/**
 * One sheet with typed cells, frozen header and filter, written row by row. Text is always text, never a formula.
 * The stream fails with E_EXPORT_TOO_LONG or E_EXPORT_VALUE_INVALID.
 */
export function xlsxStream<Row>(rows: Rows<Row>, columns: ExportColumn<Row>[], sheet: string): Readable {
  const out = new PassThrough()
  write(out, rows, columns, sheet).catch((error: Error) => out.destroy(error))
  return out
}

/** The same in memory, for small sheets. */
export const xlsxBuffer = <Row>(rows: Rows<Row>, columns: ExportColumn<Row>[], sheet: string) =>
  buffer(xlsxStream(rows, columns, sheet))

/** A sheet title as Excel allows it: at most 31 characters, none of `\ / ? * [ ] :`, no quote at the ends. */
export const sheetTitle = (title: string) =>
  xmlText(title)
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+/, '')
    .slice(0, 31)
    .replace(/[' ]+$/, '') || 'Unia'

async function write<Row>(out: PassThrough, rows: Rows<Row>, columns: ExportColumn<Row>[], title: string) {
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetTitle(title), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ type = 'text', width }) => ({
    width: width ?? WIDTHS[type],
    style: { numFmt: FORMATS[type] },
  }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const header = sheet.addRow(columns.map((column) => xmlText(column.title)))
  header.font = { bold: true }
  header.commit()
  let count = 1
  for await (const row of rows) {
    if (++count > MAX_ROWS) throw new ExportTooLong()
    sheet.addRow(columns.map((column) => written(cellOf(column, row)))).commit()
    if (count % ROWS_A_TURN === 0) await taken(out)
  }
  sheet.commit()
  await book.commit()
}

/** Lets the writer's compressor run, and waits while the reader is behind. */
async function taken(out: PassThrough) {
  await nextTurn()
  while (out.writableNeedDrain && !out.destroyed) await nextTurn()
  if (out.destroyed) throw out.errored ?? new Error('The reader of the export went away')
}

function written(cell: Cell) {
  if (typeof cell === 'string') return xmlText(cell).slice(0, MAX_TEXT)
  if (cell === null || typeof cell !== 'object') return cell
  if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`)
  return cell.local.setZone('utc', { keepLocalTime: true }).toJSDate()
}
