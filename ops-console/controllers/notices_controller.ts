import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { NOTICES, putIntoOutbox, type NoticeContent } from '#ops/alarms/notice'
import { recipientsOf, readBook, waysTo } from '#ops/alarms/recipients'
import { cityTenant } from '#ops/queries/city'
import { scopedKnex } from '#ops/queries/scoped'
import { uuid } from '#ops/validators/moments'
import { recordId } from './record_id.ts'

const PAGE = '/city/ops-console/notifications'

const testValidator = vine.create({ contactId: uuid().optional(), webhookId: uuid().optional() })

const CONTENT: NoticeContent = {
  ...{ unit: '', unitName: '', entity: null, check: 'test', instance: '', severity: 'warning', fact: null },
  ...{ openedAt: new Date(0).toISOString(), closedAt: null },
}

/** Test notices, and dead ones sent once more. */
export default class NoticesController {
  /** Goes the same way as a real one: outbox, sender, result in the list. */
  async store(ctx: HttpContext) {
    const { contactId, webhookId } = await ctx.request.validateUsing(testValidator)
    const [knex, now] = [scopedKnex(), new Date()]
    const book = await readBook(knex, now)
    const contact = book.contacts.find(({ id }) => id === contactId)
    const to = contact
      ? waysTo(contact)
      : recipientsOf(webhookId ? [{ type: 'webhook', id: webhookId }] : [], book, {
          kind: null,
          pilot: false,
          now,
        })
    if (!to.length) refuse(ctx, { contactId: 'ops-console.recipient.way_needed' })
    const city = await cityTenant(knex)
    const shared = { tenantId: city, incidentId: null, episode: 0, step: 0, kind: 'test' as const }
    const content = { ...CONTENT, openedAt: now.toISOString() }
    await act(ctx, city, (trx) =>
      putIntoOutbox(
        trx,
        to.map((one) => ({ ...shared, to: one, content })),
        now
      )
    )
    notice(ctx, { tone: 'success', text: 'ops-console.notifications.test_sent' })
    return ctx.response.redirect(PAGE)
  }

  async update(ctx: HttpContext) {
    const id = recordId(ctx)
    const dead = await scopedKnex()(NOTICES).where({ id, state: 'dead' }).first('tenant_id')
    if (!dead) throw new NotFound()
    const again = { state: 'pending', attempts: 0, due_at: new Date() }
    await act(ctx, dead.tenant_id, (trx) =>
      trx(NOTICES).where({ tenant_id: dead.tenant_id, id, state: 'dead' }).update(again)
    )
    notice(ctx, { tone: 'success', text: 'ops-console.notifications.again' })
    return ctx.response.redirect(PAGE)
  }
}
