import { ParameterInvalid } from './errors.ts'
import { acceptsValue, isDay } from './value_types.ts'

/** TypeScript type of each kind: money and decimals are decimal strings, money in złote; dates `YYYY-MM-DD`. */
export interface ParameterTypes {
  integer: number
  money: string
  decimal: string
  text: string
  date: string
  table: Record<string, string | number | null>[]
}
export type ParameterType = keyof ParameterTypes

/** A value and its days, both ends inclusive; `to: null` is open. `verify` marks what a lawyer still has to confirm. */
export interface DatedValue<T = unknown> {
  from: string
  to: string | null
  value: T
  verify?: boolean
  note?: string
}

export interface ParameterDefinition<K extends ParameterType = ParameterType> {
  /** `<plugin>.<name>` in snake case. */
  id: string
  /** What the number counts: `pupils`, `PLN`, `hours/week`. */
  unit: string
  type: K
  /** The act or resolution. */
  source: string
  values: DatedValue<ParameterTypes[K]>[]
}

/**
 * Declares a value set by law or by the city, with its days. Throws E_PARAMETER_INVALID.
 *
 * @example
 * export default defineParameter({
 *   id: 'secretariat.section_limit_1_3', unit: 'pupils', type: 'integer', source: 'art. …',
 *   values: [{ from: '2024-09-01', to: null, value: 25, verify: true }],
 * })
 */
export function defineParameter<K extends ParameterType>(
  definition: ParameterDefinition<K>
): ParameterDefinition<K> {
  const refuse = (reason: string) => new ParameterInvalid(definition.id, reason)
  if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$/.test(definition.id))
    throw refuse('the id must be <plugin>.<name>')
  if (!definition.source.trim()) throw refuse('the source is missing')
  for (const { from, to, value } of definition.values) {
    if (!isDay(from) || (to !== null && !isDay(to))) throw refuse('days are written YYYY-MM-DD')
    if (to !== null && to < from) throw refuse(`the range ${from}–${to} ends before it begins`)
    if (!acceptsValue(definition.type, value))
      throw refuse(`${JSON.stringify(value)} is no ${definition.type}`)
  }
  const sorted = definition.values.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  sorted.forEach((value, i) => {
    const next = sorted[i + 1]
    if (next && (value.to === null || next.from <= value.to))
      throw refuse(`the values from ${value.from} and from ${next.from} overlap`)
  })
  return definition
}
