import type { ParameterDefinition, ParameterType, ParameterTypes } from './define_parameter.ts'
import { Parameters } from './parameters.ts'
import type { ResolvedValue } from './resolve.ts'

let city = new Parameters()

/** Binds the parameters of the running city; the boot of the core does this once. */
export function useParameters(parameters: Parameters): Parameters {
  city = parameters
  return city
}

/** All parameters of the running city, for its page of parameters. */
export const cityParameters = (): Parameters => city

export interface ParameterReader<T> {
  /** The value on a day `YYYY-MM-DD`. Throws E_PARAMETER_UNSET. */
  on(date: string): T
  /** The same with range, origin, note and `verify` mark; null when none holds. */
  resolvedOn(date: string): ResolvedValue<T> | null
}

/**
 * A parameter by its definition (typed) or its id. Throws E_PARAMETER_UNKNOWN.
 *
 * @example
 * parameter(sectionLimit).on('2026-09-01') // 25
 */
export function parameter<K extends ParameterType>(
  definition: ParameterDefinition<K>
): ParameterReader<ParameterTypes[K]>
export function parameter(id: string): ParameterReader<unknown>
export function parameter(which: string | ParameterDefinition): ParameterReader<unknown> {
  const { id } = city.definition(typeof which === 'string' ? which : which.id)
  return { on: (date) => city.value(id, date), resolvedOn: (date) => city.resolve(id, date) }
}
