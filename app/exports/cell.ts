import { DateTime } from 'luxon'
import type { ColumnType, ExportColumn } from './column.ts'
import { ExportValueInvalid } from './errors.ts'

export type Cell = string | number | boolean | { day: string } | { local: DateTime } | null

const NUMBER = /^-?\d+(\.\d+)?$/

/** The value of a column as a typed cell; empty stays empty. Throws E_EXPORT_VALUE_INVALID. */
export function cellOf<Row>(column: ExportColumn<Row>, row: Row): Cell {
  const value = column.value(row)
  if (value === null || value === undefined || value === '') return null
  const cell = READERS[column.type ?? 'text'](value)
  if (cell === null) throw new ExportValueInvalid(column.title, column.type ?? 'text')
  return cell
}

const READERS: Record<ColumnType, (value: unknown) => Cell> = {
  text: (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)),
  integer: (value) => (/^-?\d+$/.test(String(value)) ? Number(value) : null),
  decimal: (value) => number(value),
  money: (value) => number(value),
  date: (value) =>
    DateTime.fromISO(String(value)).isValid && String(value).length === 10 ? { day: String(value) } : null,
  datetime: (value) => instant(value),
  boolean: (value) => (typeof value === 'boolean' ? value : null),
}

const number = (value: unknown) => (NUMBER.test(String(value)) ? Number(value) : null)

function instant(value: unknown): Cell {
  const local =
    value instanceof Date
      ? DateTime.fromJSDate(value)
      : DateTime.isDateTime(value)
        ? value
        : DateTime.fromISO(String(value))
  return local.isValid ? { local: local.setZone('Europe/Warsaw') } : null
}
