import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Value = string | number | boolean | null | Date | string[] | object

/** Loads rows by COPY in text format; values in the order of `columns`. Returns how many there were. */
export async function copyRows(
  client: Client,
  table: string,
  columns: string[],
  rows: Iterable<Value[]> | AsyncIterable<Value[]>
): Promise<number> {
  let count = 0
  async function* lines() {
    let chunk = ''
    for await (const row of rows) {
      count++
      chunk += `${row.map(field).join('\t')}\n`
      if (chunk.length > 64_000) {
        yield chunk
        chunk = ''
      }
    }
    if (chunk) yield chunk
  }
  await pipeline(
    Readable.from(lines()),
    client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  )
  return count
}

function field(value: Value): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value))
    return escape(`{${value.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return escape(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

const escape = (text: string) =>
  text.replace(/[\\\t\n\r]/g, (char) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[char]!)
