import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { actorOf } from '#ops/controllers/link_of'
import { findDevice } from '#ops/queries/device_page'
import { scopedKnex } from '#ops/queries/scoped'
import { advanceDevice } from '#ops/rollout/advance'
import { deviceStepValidator } from '#ops/validators/rollout'

/** Stages of a device: delivered, installed, pilot, live, and the side ways. */
export default class DeviceStepsController {
  async store(ctx: HttpContext) {
    const place = await findDevice(scopedKnex(), ctx.params.id)
    if (!place) throw new NotFound()
    const { to, remarks } = await ctx.request.validateUsing(deviceStepValidator)
    const taken = await act(ctx, place.tenantId, (trx) =>
      advanceDevice(trx, place, { to, actor: actorOf(ctx), remarks })
    )
    if (!taken) refuse(ctx, { to: 'ops-console.rollout.refused.no_such_step' })
    notice(ctx, { tone: 'success', text: 'ops-console.rollout.device_saved' })
    return ctx.response.redirect().back()
  }
}
