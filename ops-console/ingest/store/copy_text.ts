/** Escapes of PostgreSQL's COPY text format. */
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const NEEDS_ESCAPE = /[\\\t\n\r]/
const EACH_ESCAPE = /[\\\t\n\r]/g

type CopyValue = string | number | bigint | boolean | null

function cell(value: CopyValue): string {
  if (value === null) return '\\N'
  const text = String(value)
  return NEEDS_ESCAPE.test(text) ? text.replace(EACH_ESCAPE, (found) => ESCAPED[found]!) : text
}

/** One line of COPY's text format. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(cell).join('\t')}\n`

/** An array of texts as PostgreSQL reads it. */
export const arrayText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
