import { currentCityValues, type CityValue, type Query } from './city_values.ts'
import type { ParameterDefinition, ParameterType, ParameterTypes } from './define_parameter.ts'
import { ParameterInvalid, ParameterUnknown, ParameterUnset } from './errors.ts'
import { resolveOn, type ResolvedValue } from './resolve.ts'

const REFRESH_MS = 60_000

/** All declared parameters with the city's values in memory. Call `refresh` on NOTIFY `parameters`. */
export class Parameters {
  #definitions = new Map<string, ParameterDefinition>()
  #city = new Map<string, CityValue[]>()
  #timer: NodeJS.Timeout | undefined

  /** `query` reads core.parameters_values; without it only declared values count. */
  constructor(private readonly query: Query | null = null) {}

  /** Throws E_PARAMETER_INVALID when the id is declared already. */
  declare(definition: ParameterDefinition) {
    if (this.#definitions.has(definition.id))
      throw new ParameterInvalid(definition.id, 'it is declared twice')
    this.#definitions.set(definition.id, definition)
  }

  /** Throws E_PARAMETER_UNKNOWN. */
  definition(id: string): ParameterDefinition {
    const found = this.#definitions.get(id)
    if (!found) throw new ParameterUnknown(id)
    return found
  }

  all(): ParameterDefinition[] {
    return [...this.#definitions.values()]
  }

  /** The value on a day with its origin and `verify` mark, or null. Throws E_PARAMETER_UNKNOWN. */
  resolve(id: string, date: string): ResolvedValue | null {
    return resolveOn(this.definition(id).values, this.#city.get(id) ?? [], date)
  }

  /** The value on a day. Throws E_PARAMETER_UNKNOWN, E_PARAMETER_UNSET. */
  value(id: string, date: string): unknown {
    const found = this.resolve(id, date)
    if (found) return found.value
    const { source, values } = this.definition(id)
    const ranges = [...values, ...(this.#city.get(id) ?? [])].map(({ from, to }) => `${from}–${to ?? ''}`)
    throw new ParameterUnset(id, date, source, ranges.join(', ') || 'none')
  }

  /** Reads the city's values anew; the old ones stay when reading fails. */
  async refresh() {
    if (!this.query) return
    this.#city = Map.groupBy(await currentCityValues(this.query), (value) => value.parameterId)
  }

  /** Refreshes now and every 60 s, in case a notification was lost. */
  async start(onError: (error: unknown) => void) {
    await this.refresh()
    this.#timer = setInterval(() => void this.refresh().catch(onError), REFRESH_MS).unref()
  }

  stop() {
    clearInterval(this.#timer)
  }

  /** Typed access for one type of parameter. */
  typed<K extends ParameterType>(definition: ParameterDefinition<K>, date: string): ParameterTypes[K] {
    return this.value(definition.id, date) as ParameterTypes[K]
  }
}
