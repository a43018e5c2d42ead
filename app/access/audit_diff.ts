export interface Difference {
  field: string
  before: string | null
  after: string | null
}

type Row = Record<string, unknown> | null

/** What a change touched, field by field, as plain text; fields that say nothing new are left out. */
export function differences(before: Row, after: Row): Difference[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields]
    .filter((field) => !SILENT.has(field))
    .map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }))
    .filter((change) => change.before !== change.after)
}

/** The unit is known from the page, the row's stamps from the event. */
const SILENT = new Set(['tenant_id', 'created_at', 'updated_at'])

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
