import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { actorOf, linkHref, linkOf } from '#ops/controllers/link_of'
import { Defect } from '#ops/rollout/defect'
import { defectResolutionValidator, defectValidator } from '#ops/validators/rollout'

/** Defects of a link: reported by the unit or the IT department, resolved and reopened by the latter. */
export default class DefectsController {
  async store(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const { description, blocking, dueOn } = await ctx.request.validateUsing(defectValidator)
    await act(ctx, link.tenant_id, (trx) =>
      Defect.query(trx).insert({
        ...{ tenant_id: link.tenant_id, link_id: link.id, description, due_on: dueOn ?? null },
        // Whether a defect keeps the link out of service is for the IT department to say.
        blocking: ctx.place!.tenant ? false : (blocking ?? false),
        reported_by_name: actorOf(ctx).name,
      })
    )
    notice(ctx, { tone: 'success', text: 'ops-console.rollout.defect.saved' })
    return ctx.response.redirect(linkHref(ctx, link))
  }

  async update(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const { resolution } = await ctx.request.validateUsing(defectResolutionValidator)
    const key = { tenant_id: link.tenant_id, link_id: link.id, id: ctx.params.id }
    await act(ctx, link.tenant_id, async (trx) => {
      const defect = await Defect.query(trx).where(key).forUpdate().first()
      if (!defect) throw new NotFound()
      if (!defect.resolved_at && !resolution) refuse(ctx, { resolution: 'ops-console.rollout.defect.how' })
      await Defect.query(trx)
        .where(key)
        .patch(
          defect.resolved_at
            ? { resolved_at: null, resolution: null, reopened: defect.reopened + 1 }
            : { resolved_at: new Date(), resolution: resolution! }
        )
    })
    return ctx.response.redirect(linkHref(ctx, link))
  }
}
