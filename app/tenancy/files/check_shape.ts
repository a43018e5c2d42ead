import { Ajv, type ErrorObject } from 'ajv'
import { lineOf } from './problem.ts'
import { profileSchema, tenantSchema } from './schema.ts'

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
const checks = { tenant: ajv.compile(tenantSchema), profile: ajv.compile(profileSchema) }

/** Problems of one declaration's shape: unknown fields, missing fields, wrong types, values outside their range. */
export function checkShape(what: keyof typeof checks, value: unknown, source: string) {
  const check = checks[what]
  check(value)
  return (check.errors ?? []).map((error) => ({
    line: lineOf(source, pathOf(error)),
    reason: reasonOf(error),
  }))
}

function pathOf(error: ErrorObject): string[] {
  const path = error.instancePath.split('/').filter((part) => part !== '' && !/^\d+$/.test(part))
  return error.keyword === 'additionalProperties' ? [...path, error.params.additionalProperty] : path
}

function reasonOf(error: ErrorObject): string {
  const field = error.instancePath.slice(1).replaceAll('/', '.')
  const where = field === '' ? '' : `${field}: `
  switch (error.keyword) {
    case 'additionalProperties':
      return `${where}unknown field "${error.params.additionalProperty}"`
    case 'required':
      return `${where}field "${error.params.missingProperty}" is missing`
    case 'enum':
      return `${where}must be one of ${error.params.allowedValues.join(', ')}`
    default:
      return `${where}${error.message}`
  }
}
