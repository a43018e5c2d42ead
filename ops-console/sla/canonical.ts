import { createHash } from 'node:crypto'

/** JSON with the keys in order, so that equal data are equal text, also after a stay in a `jsonb` column. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join()}}`
}

/** SHA-256 of the inputs of a report, hexadecimal. */
export const inputsHash = (inputs: object) => createHash('sha256').update(canonical(inputs)).digest('hex')
