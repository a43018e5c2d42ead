import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { endSilence, silence } from '#ops/alarms/keep_silence'
import { LONGEST_SILENCE_DAYS, namesSomething } from '#ops/alarms/silences'
import { cityTenant } from '#ops/queries/city'
import { scopedKnex } from '#ops/queries/scoped'
import { silenceValidator } from '#ops/validators/alarms'
import { momentOf } from '#ops/validators/moments'
import { actorOf, back } from './actor.ts'
import { recordId } from './record_id.ts'

const DAY_MS = 86_400_000

/** Notices of something known are kept quiet for a while. */
export default class SilencesController {
  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(silenceValidator)
    const knex = scopedKnex()
    const now = new Date()
    const endsAt = asked.hours
      ? new Date(now.getTime() + asked.hours * 3_600_000)
      : momentOf({ untilAt: asked.until }, 'until')
    if (!endsAt || endsAt <= now) refuse(ctx, { hours: 'ops-console.alarm.end_needed' })
    if (endsAt.getTime() - now.getTime() > LONGEST_SILENCE_DAYS * DAY_MS) {
      refuse(ctx, { hours: 'ops-console.alarm.too_long' })
    }
    const unit = asked.unit
      ? await knex('core.tenancy_tenants').where({ slug: asked.unit }).first('id')
      : null
    if (asked.unit && !unit) refuse(ctx, { unit: 'ops-console.alarm.unknown_unit' })
    const { kind = null, check = null, severity = null, deviceId = null } = asked
    const matcher = { unitTenantId: unit?.id ?? null, kind, check, severity, deviceId }
    if (!namesSomething(matcher)) refuse(ctx, { unit: 'ops-console.alarm.matcher_needed' })
    const city = await cityTenant(knex)
    const order = { matcher, by: actorOf(ctx), reason: asked.reason, endsAt }
    await act(ctx, city, (trx) => silence(trx, city, order, now))
    notice(ctx, { tone: 'success', text: 'ops-console.alarm.silenced' })
    return back(ctx, '/city/ops-console/windows')
  }

  async destroy(ctx: HttpContext) {
    const id = recordId(ctx)
    const city = await cityTenant(scopedKnex())
    if (!(await act(ctx, city, (trx) => endSilence(trx, id, new Date())))) throw new NotFound()
    notice(ctx, { tone: 'success', text: 'ops-console.alarm.silence_ended' })
    return back(ctx, '/city/ops-console/windows')
  }
}
