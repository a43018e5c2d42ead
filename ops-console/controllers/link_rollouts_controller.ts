import type { HttpContext } from '@adonisjs/core/http'
import { page, notice } from '@unia/platform/http'
import { act } from '#ops/acting'
import { Link } from '#ops/inventory/link'
import { linkRollout, linksOf } from '#ops/queries/link_rollout'
import { scopedKnex } from '#ops/queries/scoped'
import { CHECKLIST } from '#ops/rollout/protocol'
import { linkHref, linkOf } from '#ops/controllers/link_of'
import { planValidator } from '#ops/validators/rollout'

/** One link on its way into service: for the IT department, and for the director of the building. */
export default class LinkRolloutsController {
  async show(ctx: HttpContext) {
    return page(ctx, 'ops-console/link_rollout', await props(ctx, await linkOf(ctx)))
  }

  /** The own building's; a unit without a link gets an explanation. */
  async own(ctx: HttpContext) {
    const [link] = await linksOf(scopedKnex(), ctx.place!.tenant!.id)
    return page(ctx, 'ops-console/link_rollout', link ? await props(ctx, link) : { link: null })
  }

  /** The day on which the link is to be in service. */
  async update(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const { plannedOn } = await ctx.request.validateUsing(planValidator)
    await act(ctx, link.tenant_id, (trx) =>
      Link.query(trx)
        .where({ tenant_id: link.tenant_id, id: link.id })
        .patch({ planned_on: plannedOn ?? null })
    )
    notice(ctx, { tone: 'success', text: 'ops-console.rollout.planned_saved' })
    return ctx.response.redirect(linkHref(ctx, link))
  }
}

const props = async (ctx: HttpContext, link: Link) => ({
  ...(await linkRollout(scopedKnex(), link)),
  base: `/${ctx.place!.slug}/ops-console/rollout/${link.id}`,
  checklist: CHECKLIST,
  mayManage: !ctx.place!.tenant && ctx.place!.can('ops-console.rollout.manage'),
  mayConsent: ctx.place!.tenant !== null && ctx.place!.can('ops-console.rollout.consent'),
})
