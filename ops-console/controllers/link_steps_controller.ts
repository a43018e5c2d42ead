import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { actorOf, linkHref, linkOf } from '#ops/controllers/link_of'
import { advanceLink } from '#ops/rollout/advance'
import { stepValidator } from '#ops/validators/rollout'

/** Steps of a link: every one by the IT department, the consent to the route also by the director. */
export default class LinkStepsController {
  async store(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const { to, remarks, location, distanceM } = await ctx.request.validateUsing(stepValidator)
    if (ctx.place!.tenant && to !== 'route_agreed') throw new Forbidden()
    const details = { ...(location && { location }), ...(distanceM !== undefined && { distanceM }) }
    const refused = await act(ctx, link.tenant_id, (trx) =>
      advanceLink(trx, link, { to, actor: actorOf(ctx), remarks, details })
    )
    if (refused) refuse(ctx, { to: `ops-console.rollout.refused.${refused}` })
    notice(ctx, {
      tone: 'success',
      text: 'ops-console.rollout.step_saved',
      values: { state: ctx.i18n.t(`ops-console.link.${to}`) },
    })
    return ctx.response.redirect(linkHref(ctx, link))
  }
}
