import type { HttpContext } from '@adonisjs/core/http'

/** The person of the request, as a timeline names them. */
export const actorOf = (ctx: HttpContext) => ({ id: ctx.identity!.accountId, name: ctx.identity!.name })

/** Back to where the form stood; a request without a page gets the place given. */
export const back = (ctx: HttpContext, otherwise: string) => {
  const from = ctx.request.header('referer')
  const own = from && URL.canParse(from) && new URL(from).host === ctx.request.host() ? new URL(from) : null
  return ctx.response.redirect(own ? own.pathname + own.search : otherwise)
}
