type Value = string | number | bigint | boolean | null

const NEEDS_ESCAPE = /[\\"]/
const EACH_ESCAPE = /[\\"]/g

function element(value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value !== 'string') return String(value)
  return `"${NEEDS_ESCAPE.test(value) ? value.replace(EACH_ESCAPE, '\\$&') : value}"`
}

/** An array as PostgreSQL reads it from text; much quicker than the driver's own for thousands of values. */
export const arrayText = (values: readonly Value[]): string => `{${values.map(element).join(',')}}`
