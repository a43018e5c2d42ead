import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { ExportColumn, Rows } from './column.ts'
import { csvStream } from './csv.ts'
import { exportFileName } from './file_name.ts'
import { xlsxStream } from './xlsx.ts'

export type ExportFormat = 'csv' | 'xlsx'

export interface Export<Row> {
  format: ExportFormat
  rows: Rows<Row>
  columns: ExportColumn<Row>[]
  /** Slug of the unit, null for the city. */
  unit: string | null
  /** What is exported, in words: becomes the file name and the sheet's title. */
  name: string
  /** `YYYY-MM-DD`. */
  date: string
}

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * Answers with a file. Await it: the rows are read before it returns, into a temporary file, because the scope that
 * serves them ends with the controller and because an error half-way must not look like a complete list.
 */
export async function sendExport<Row>({ response }: Pick<HttpContext, 'response'>, wanted: Export<Row>) {
  const { format, rows, columns, unit, name, date } = wanted
  const folder = await mkdtemp(join(tmpdir(), 'unia-export-'))
  const drop = () => void rm(folder, { recursive: true, force: true })
  const file = join(folder, 'export')
  try {
    const source = format === 'csv' ? csvStream(rows, columns) : xlsxStream(rows, columns, name)
    await pipeline(source, createWriteStream(file, { mode: 0o600 }))
  } catch (error) {
    drop()
    throw error
  }
  response.header('Content-Type', TYPES[format])
  response.header('Content-Disposition', `attachment; filename="${exportFileName(unit, name, date, format)}"`)
  response.header('Cache-Control', 'no-store')
  response.header('X-Content-Type-Options', 'nosniff')
  response.stream(createReadStream(file).once('close', drop))
}
