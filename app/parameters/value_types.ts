import type { ParameterType } from './define_parameter.ts'

/** Whether it is an existing day written `YYYY-MM-DD`. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const CHECKS: Record<ParameterType, (value: unknown) => boolean> = {
  integer: (value) => Number.isSafeInteger(value),
  money: (value) => typeof value === 'string' && /^-?\d+\.\d{2}$/.test(value),
  decimal: (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value),
  text: (value) => typeof value === 'string' && value !== '',
  date: isDay,
  table: (value) =>
    Array.isArray(value) &&
    value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row)),
}

/** Whether a value fits its parameter's type. */
export const acceptsValue = (type: ParameterType, value: unknown) => CHECKS[type](value)
