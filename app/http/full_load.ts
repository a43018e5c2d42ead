import type { HttpContext } from '@adonisjs/core/http'

/** Sends the browser on with a fresh load: after it nothing of the page before (texts, person) is in memory. */
export function fullLoad({ request, response, inertia }: HttpContext, path: string) {
  return request.header('x-inertia') ? inertia.location(path) : response.redirect(path)
}
