import { EventInvalid } from './errors.ts'
import { opened, type DataOf, type JsonSchema } from './json_schema.ts'
import { compile } from './validator.ts'

const SHORT_TYPE = /^[a-z]+(-[a-z]+)*(\.[a-z]+(_[a-z]+)*){2}$/

/** A fact that its publisher tells others. `Data` is only a type. */
export interface EventDefinition<Data = unknown> {
  /** Short form `area.aggregate.fact`. */
  readonly type: string
  /** Major version; a new one is a new event. */
  readonly version: number
  /** Optional additions since the major version. */
  readonly minor: number
  /** `pl.lublin.edu.<type>.v<version>`. */
  readonly fullType: string
  readonly schema: JsonSchema
  /** Throws EventDataInvalid: as the publisher promises it. */
  check(data: unknown): void
  /** The same for a consumer: unknown fields pass. */
  accept(data: unknown): void
  /** Never present at run time. */
  readonly carries?: Data
}

/**
 * Declares an event. The schema is JSON Schema 2020-12; money is `{ type: 'string', format: 'decimal' }`.
 * Throws EventInvalid for a type that is not `area.aggregate.fact`, or a schema that does not compile.
 *
 * @example
 * export const pupilCreated = defineEvent({
 *   type: 'secretariat.pupil.created', version: 1,
 *   schema: { type: 'object', required: ['pupilId'], properties: { pupilId: { type: 'string', format: 'uuid' } } },
 * })
 */
export function defineEvent<const S extends JsonSchema>(definition: {
  type: string
  version: number
  minor?: number
  schema: S
}): EventDefinition<DataOf<S>> {
  const { type, version, minor = 0, schema } = definition
  if (!SHORT_TYPE.test(type)) throw new EventInvalid(`"${type}" is not of the form area.aggregate.fact`)
  return {
    type,
    version,
    minor,
    fullType: `pl.lublin.edu.${type}.v${version}`,
    schema,
    check: compile(type, schema),
    accept: compile(type, opened(schema)),
  }
}
