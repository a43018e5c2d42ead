import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { calendarFile } from '#ops/alarms/calendar_file'
import { shifts } from '#ops/alarms/on_call'
import { contacts, overrides, rotas } from '#ops/alarms/recipients'
import { cityTenant } from '#ops/queries/city'
import { rotaPages } from '#ops/queries/on_call'
import { scopedKnex } from '#ops/queries/scoped'
import { rotaValidator } from '#ops/validators/alarms'
import { recordId } from './record_id.ts'

const CALENDAR_DAYS = 180

/** Who is on call, when, and in which order. */
export default class OnCallController {
  async show(ctx: HttpContext) {
    return page(ctx, 'ops-console/on_call', {
      ...(await rotaPages(scopedKnex(), new Date())),
      may: {
        manage: ctx.place!.can('ops-console.alarm.manage'),
        configure: ctx.place!.can('ops-console.alarm.configure'),
      },
    })
  }

  async update(ctx: HttpContext) {
    const id = recordId(ctx)
    const { startsOn, handover, days, contactIds } = await ctx.request.validateUsing(rotaValidator)
    const knex = scopedKnex()
    const known = new Set((await contacts(knex)).map((contact) => contact.id))
    if (contactIds.some((one) => !known.has(one))) refuse(ctx, { contactIds: 'ops-console.on_call.unknown' })
    const city = await cityTenant(knex)
    const change = { starts_on: startsOn, handover, days, contact_ids: contactIds }
    const took = await act(ctx, city, (trx) =>
      trx('ops_console.ops_console_rotas').where({ tenant_id: city, id }).update(change)
    )
    if (!took) throw new NotFound()
    notice(ctx, { tone: 'success', text: 'ops-console.on_call.saved' })
    return ctx.response.redirect('/city/ops-console/on-call')
  }

  /** One person's turns of the next half year as an iCalendar file. */
  async calendar(ctx: HttpContext) {
    const [id, contact] = [recordId(ctx), recordId(ctx, 'contact')]
    const [knex, now] = [scopedKnex(), new Date()]
    const rota = (await rotas(knex)).find((one) => one.id === id)
    if (!rota) throw new NotFound()
    const until = new Date(now.getTime() + CALENDAR_DAYS * 86_400_000)
    const duty = shifts(rota, (await overrides(knex, now)).get(id) ?? [], now, until)
    ctx.response.header('Content-Type', 'text/calendar; charset=utf-8')
    ctx.response.header('Content-Disposition', 'attachment; filename="on-call.ics"')
    ctx.response.header('Cache-Control', 'no-store')
    return ctx.response.send(
      calendarFile(
        rota,
        duty.filter(({ contactId }) => contactId === contact),
        now
      )
    )
  }
}
