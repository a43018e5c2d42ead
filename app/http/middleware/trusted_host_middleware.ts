import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isTrustedHost } from '../trusted_hosts.ts'

/** A forged Host header must not find its way into links, redirects or caches: such a request is refused unread. */
export default class TrustedHostMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    const forwarded = request.header('x-forwarded-host')?.split(',')[0]!.trim()
    if (isTrustedHost(request.header('host')) && (!forwarded || isTrustedHost(forwarded))) return next()
    return response.status(421).type('text/plain').send('Unknown host')
  }
}
