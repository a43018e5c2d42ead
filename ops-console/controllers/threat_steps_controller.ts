import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act, opsPool } from '#ops/acting'
import { actorOf, back } from '#ops/controllers/actor'
import { recordId } from '#ops/controllers/record_id'
import { advanceThreat } from '#ops/endpoints/advance_threat'
import { threatStepValidator } from '#ops/validators/endpoints'

/** Steps of a threat case, by the unit's administrator or the IT department. */
export default class ThreatStepsController {
  async store(ctx: HttpContext) {
    const { to, remarks } = await ctx.request.validateUsing(threatStepValidator)
    const id = recordId(ctx)
    const own = ctx.place!.tenant ? { tenant_id: ctx.place!.tenant.id } : {}
    const found = await opsPool()('ops_console.ops_console_threat_cases')
      .where({ id, ...own })
      .first()
    if (!found) throw new NotFound()
    const refused = await act(ctx, found.tenant_id, (trx) =>
      advanceThreat(trx, { tenant_id: found.tenant_id, id }, { to, remarks, actor: actorOf(ctx) })
    )
    if (refused) refuse(ctx, { to: `ops-console.endpoints.threat.refused.${refused}` })
    notice(ctx, { tone: 'success', text: 'ops-console.endpoints.threat.saved' })
    return back(ctx, `/${ctx.place!.slug}/ops-console/endpoints`)
  }
}
