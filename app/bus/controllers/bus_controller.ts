import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '../../access/errors.ts'
import { systemPool } from '../../database/system_pool.ts'
import { listQuery } from '../../http/paging.ts'
import { notice, page } from '../../http/page.ts'
import { deadLetters, letterKey } from '../dead_letter_list.ts'
import { discard, redrive } from '../dead_letters.ts'
import { busMetrics } from '../metrics.ts'

const reasonGiven = vine.create({ reason: vine.string().trim().minLength(5).maxLength(500) })

/** How messages between plugins flow, and what stands still. */
export default class BusController {
  async index(ctx: HttpContext) {
    const list = listQuery(ctx, { sort: ['last'], filters: ['state'], pageSize: 50 })
    const open = list.filters.state !== 'resolved'
    return page(ctx, 'core/bus/index', {
      metrics: await busMetrics(systemPool()),
      ...(await deadLetters({ open, limit: list.pageSize, offset: list.offset }, ctx.i18n)),
      page: list.page,
      pageSize: list.pageSize,
      mayResolve: ctx.place!.can('core.bus.redrive'),
    })
  }

  async redrive(ctx: HttpContext) {
    const done = await redrive(systemPool(), await letterOf(ctx), ctx.identity!.accountId)
    notice(ctx, {
      tone: done ? 'success' : 'warning',
      text: done ? 'core.bus.redriven' : 'core.bus.resolved_before',
    })
    return ctx.response.redirect().back()
  }

  async discard(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonGiven)
    const done = await discard(systemPool(), await letterOf(ctx), ctx.identity!.accountId, reason)
    notice(ctx, {
      tone: done ? 'success' : 'warning',
      text: done ? 'core.bus.discarded' : 'core.bus.resolved_before',
    })
    return ctx.response.redirect().back()
  }
}

async function letterOf({ params }: HttpContext) {
  const letter = /^[0-9a-f-]{36}$/.test(params.id) ? await letterKey(params.id) : null
  if (!letter) throw new NotFound()
  return letter
}
