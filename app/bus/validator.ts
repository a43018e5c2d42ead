import { Ajv2020 } from 'ajv/dist/2020.js'
import { EventDataInvalid, EventInvalid } from './errors.ts'
import type { JsonSchema } from './json_schema.ts'

const MOST_PROBLEMS = 50

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  formats: {
    uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
    date: (text: string) =>
      /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)),
    'date-time': (text: string) =>
      /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
    // Money travels as text with two decimals; a number would have been a float on the way.
    decimal: /^-?(0|[1-9]\d*)\.\d{2}$/,
  },
})

/** Compiles a schema once; the check throws EventDataInvalid. Throws EventInvalid for a schema that is none. */
export function compile(type: string, schema: JsonSchema): (data: unknown) => void {
  const validate = build(type, schema)
  return (data) => {
    if (validate(data)) return
    const problems = (validate.errors ?? []).slice(0, MOST_PROBLEMS)
    throw new EventDataInvalid(
      type,
      problems.map((problem) => `${problem.instancePath || '/'} ${problem.message}`)
    )
  }
}

function build(type: string, schema: JsonSchema) {
  try {
    return ajv.compile(schema as object)
  } catch (error) {
    throw new EventInvalid(`Schema of "${type}": ${(error as Error).message}`)
  }
}
