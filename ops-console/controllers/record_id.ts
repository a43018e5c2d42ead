import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '@unia/platform/http'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The record that the address names; a text that is no id names nothing. Throws E_NOT_FOUND. */
export function recordId({ params }: HttpContext, name = 'id'): string {
  if (!UUID.test(params[name])) throw new NotFound()
  return params[name]
}
