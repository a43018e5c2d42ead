import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '../access/errors.ts'
import { isUuid } from '../values/uuid.ts'

/** The record that the address names; a text that is no id names nothing. Throws E_NOT_FOUND. */
export function recordId({ params }: Pick<HttpContext, 'params'>, name = 'id'): string {
  const id: unknown = params[name]
  if (!isUuid(id)) throw new NotFound()
  return id
}
