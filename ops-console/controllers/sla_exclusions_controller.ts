import type { HttpContext } from '@adonisjs/core/http'
import { notice, refuse } from '@unia/platform/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { act } from '#ops/acting'
import { knownLink } from '#ops/controllers/sla_links_controller'

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

const validator = vine.create({
  cause: vine.enum(['city', 'power', 'suspension']),
  startsAt: vine.string().regex(LOCAL),
  endsAt: vine.string().regex(LOCAL),
  evidence: vine.string().trim().minLength(5).maxLength(500),
})

/** Time that leaves the account because a person has proof: a power cut, the city's own works, a suspension. */
export default class SlaExclusionsController {
  async store(ctx: HttpContext) {
    const link = await knownLink(ctx)
    const form = await ctx.request.validateUsing(validator)
    const [starts_at, ends_at] = [form.startsAt, form.endsAt].map((text) => local(text))
    const month = DateTime.fromISO(form.startsAt).toFormat('yyyy-MM')
    const back = `/city/ops-console/sla/links/${link.deviceId}?month=${month}`
    if (!(starts_at < ends_at)) return refuse(ctx, { endsAt: 'ops-console.sla.refused.order' })
    await act(ctx, link.tenantId, (trx) =>
      trx('ops_console.ops_console_sla_exclusions').insert({
        ...{ tenant_id: link.tenantId, device_id: link.deviceId, cause: form.cause, starts_at, ends_at },
        ...{ evidence: form.evidence, author_id: ctx.identity!.accountId, author_name: ctx.identity!.name },
      })
    )
    notice(ctx, { tone: 'success', text: 'ops-console.sla.excluded' })
    return ctx.response.redirect(back)
  }
}

/** What a person types is the clock in Warsaw. */
const local = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Warsaw' }).toJSDate()
