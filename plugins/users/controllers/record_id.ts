import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '@unia/platform/http'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id in the address; what is none is not found. */
export function recordId({ params }: HttpContext, name = 'id'): string {
  const id = String(params[name] ?? '')
  if (!UUID.test(id)) throw new NotFound()
  return id
}

export const personId = (ctx: HttpContext) => recordId(ctx, 'person')
