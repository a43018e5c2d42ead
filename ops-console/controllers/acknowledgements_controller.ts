import type { HttpContext } from '@adonisjs/core/http'
import { notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { acknowledge, withdraw } from '#ops/alarms/acknowledge'
import { INCIDENTS } from '#ops/alarms/incident'
import { scopedKnex } from '#ops/queries/scoped'
import { acknowledgementsValidator, acknowledgementValidator } from '#ops/validators/alarms'
import { momentOf } from '#ops/validators/moments'
import { actorOf, back } from './actor.ts'
import { incidentOf } from './incident_of.ts'

/** Somebody takes an incident over, or gives it back. */
export default class AcknowledgementsController {
  async store(ctx: HttpContext) {
    const key = await incidentOf(ctx)
    const { comment, hours, until: at } = await ctx.request.validateUsing(acknowledgementValidator)
    const now = new Date()
    const until = hours ? new Date(now.getTime() + hours * 3_600_000) : momentOf({ untilAt: at }, 'until')
    if ((at && !until) || (until && until <= now)) refuse(ctx, { until: 'ops-console.alarm.until_past' })
    const took = await act(ctx, key.tenantId, (trx) =>
      acknowledge(trx, key, { by: actorOf(ctx), comment, until }, now)
    )
    notice(ctx, took ? said('acknowledged') : { tone: 'warning', text: 'ops-console.alarm.over' })
    return back(ctx, `/city/ops-console/incidents/${key.id}`)
  }

  /** Several at once; those that are over by now are passed over. */
  async storeMany(ctx: HttpContext) {
    const { ids, comment } = await ctx.request.validateUsing(acknowledgementsValidator)
    const rows = await scopedKnex()(INCIDENTS).whereIn('id', ids).select('tenant_id', 'id')
    const now = new Date()
    let count = 0
    for (const { tenant_id: tenantId, id } of rows) {
      const took = await act(ctx, tenantId, (trx) =>
        acknowledge(trx, { tenantId, id }, { by: actorOf(ctx), comment, until: null }, now)
      )
      if (took) count++
    }
    notice(ctx, { tone: 'success', text: 'ops-console.alarm.acknowledged_many', values: { count } })
    return back(ctx, '/city/ops-console/incidents')
  }

  async destroy(ctx: HttpContext) {
    const key = await incidentOf(ctx)
    const gave = await act(ctx, key.tenantId, (trx) => withdraw(trx, key, actorOf(ctx), new Date()))
    if (gave) notice(ctx, said('withdrawn'))
    return back(ctx, `/city/ops-console/incidents/${key.id}`)
  }
}

const said = (what: string) => ({ tone: 'success' as const, text: `ops-console.alarm.${what}` })
