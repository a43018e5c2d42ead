import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { notice, page } from '@unia/platform/http'
import { act } from '#ops/acting'
import { actorOf } from '#ops/controllers/actor'
import { unitEndpoints } from '#ops/queries/endpoints_unit'
import { scopedKnex } from '#ops/queries/scoped'
import { workstationsValidator } from '#ops/validators/endpoints'

/** The protection of the own unit's computers, step by step. */
export default class EndpointsController {
  async show(ctx: HttpContext) {
    const { tenant } = ctx.place!
    return page(ctx, 'ops-console/endpoints', {
      ...(await unitEndpoints(scopedKnex(), tenant!.id, actorOf(ctx).id)),
      base: `/${ctx.place!.slug}/ops-console/endpoints`,
      requestKey: randomUUID(),
      mayAdminister: ctx.place!.can('ops-console.endpoints.administer'),
      mayCommand: ctx.place!.can('ops-console.endpoints.command'),
    })
  }

  /** How many workstations the unit has, for its coverage. */
  async update(ctx: HttpContext) {
    const { count } = await ctx.request.validateUsing(workstationsValidator)
    const tenant_id = ctx.place!.tenant!.id
    await act(ctx, tenant_id, (trx) =>
      trx('ops_console.ops_console_workstations').insert({
        ...{ tenant_id, count, entered_by_name: actorOf(ctx).name },
      })
    )
    notice(ctx, { tone: 'success', text: 'ops-console.endpoints.workstations.saved' })
    return ctx.response.redirect(`/${ctx.place!.slug}/ops-console/endpoints`)
  }
}
