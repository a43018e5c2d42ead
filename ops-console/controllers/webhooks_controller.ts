import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice } from '@unia/platform/http'
import { act } from '#ops/acting'
import { sealedSecret, WEBHOOKS } from '#ops/alarms/send/webhook'
import { cityTenant } from '#ops/queries/city'
import { scopedKnex } from '#ops/queries/scoped'
import { webhookValidator } from '#ops/validators/alarms'
import { recordId } from './record_id.ts'

const PAGE = '/city/ops-console/notifications'

/** Addresses that other systems listen at. The secret can be set, not read. */
export default class WebhooksController {
  async store(ctx: HttpContext) {
    const { name, url, secret } = await ctx.request.validateUsing(webhookValidator)
    const city = await cityTenant(scopedKnex())
    const id = randomUUID()
    const row = { tenant_id: city, id, name, url, ...sealedSecret(city, id, secret) }
    await act(ctx, city, (trx) => trx(WEBHOOKS).insert(row))
    notice(ctx, { tone: 'success', text: 'ops-console.webhook.added' })
    return ctx.response.redirect(PAGE)
  }

  async destroy(ctx: HttpContext) {
    const id = recordId(ctx)
    const city = await cityTenant(scopedKnex())
    if (!(await act(ctx, city, (trx) => trx(WEBHOOKS).where({ tenant_id: city, id }).delete())))
      throw new NotFound()
    notice(ctx, { tone: 'success', text: 'ops-console.webhook.removed' })
    return ctx.response.redirect(PAGE)
  }
}
