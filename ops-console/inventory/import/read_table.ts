import { parse } from 'csv-parse/sync'
import { decode, type Encoding } from './decode.ts'

export interface ImportTable {
  encoding: Encoding
  header: string[]
  rows: { line: number; cells: string[] }[]
}

export const MOST_ROWS = 5000
const MOST_CELL = 2000

/**
 * A file of rows with a header, separated by semicolon, comma or tab.
 * @throws Error `E_IMPORT` with `reason` empty, broken (`line`) or too_many
 */
export function readTable(bytes: Uint8Array): ImportTable {
  const { text, encoding } = decode(bytes)
  const records = recordsOf(text)
  const [head, ...rest] = records
  if (!head || !rest.length) throw refused('empty')
  if (rest.length > MOST_ROWS) throw refused('too_many')
  return {
    encoding,
    header: head.record.map((title) => title.slice(0, 120)),
    rows: rest.map(({ record, info }) => ({
      line: info.lines,
      cells: record.map((cell) => unquoted(cell).slice(0, MOST_CELL)),
    })),
  }
}

function recordsOf(text: string) {
  try {
    return parse(text, {
      ...{ bom: true, trim: true, info: true, relax_column_count: true, skip_empty_lines: true },
      skip_records_with_empty_values: true,
      delimiter: delimiterOf(text),
    }) as unknown as { record: string[]; info: { lines: number } }[]
  } catch (error) {
    throw refused('broken', (error as { lines?: number }).lines)
  }
}

/** The separator that the header has most of. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1)
  const count = (one: string) => head.split(one).length
  return [';', ',', '\t'].sort((a, b) => count(b) - count(a))[0]!
}

/** A cell that our own export kept from being read as a formula. */
const unquoted = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '')

const refused = (reason: 'empty' | 'broken' | 'too_many', line?: number) =>
  Object.assign(new Error(`The file cannot be read: ${reason}`), { code: 'E_IMPORT', reason, line })
