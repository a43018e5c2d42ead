import type { HttpContext } from '@adonisjs/core/http'
import { notice } from '@unia/platform/http'
import { act } from '#ops/acting'
import { closeByHand } from '#ops/alarms/raise'
import { closureValidator } from '#ops/validators/alarms'
import { actorOf, back } from './actor.ts'
import { incidentOf } from './incident_of.ts'

/** A person closes what cannot clear itself. */
export default class ClosuresController {
  async store(ctx: HttpContext) {
    const key = await incidentOf(ctx)
    const { reason } = await ctx.request.validateUsing(closureValidator)
    const outcome = await act(ctx, key.tenantId, (trx) =>
      closeByHand(trx, key, { by: actorOf(ctx), reason }, new Date())
    )
    notice(ctx, {
      tone: outcome === 'closed' ? 'success' : 'warning',
      text: `ops-console.alarm.${outcome}`,
    })
    return back(ctx, `/city/ops-console/incidents/${key.id}`)
  }
}
