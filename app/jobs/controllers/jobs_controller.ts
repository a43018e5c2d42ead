import type { HttpContext } from '@adonisjs/core/http'
import { listQuery } from '../../http/paging.ts'
import { notice, page } from '../../http/page.ts'
import { cancelRun } from '../dispatch.ts'
import { filesOf } from '../file_list.ts'
import { ownOf, runFor, runsQuery, runViews } from '../run_list.ts'

/** Background work of a unit. Everybody sees their own; who runs the unit sees all of it. */
export default class JobsController {
  async index(ctx: HttpContext) {
    const list = listQuery(ctx, { sort: ['created'], filters: ['state'], pageSize: 20 })
    const runs = () => runsQuery({ ownOf: ownOf(ctx), state: list.filters.state })
    const [{ total }] = await runs().count('* as total')
    const rows = await runs().orderBy('created_at', 'desc').limit(list.pageSize).offset(list.offset)
    return page(ctx, 'core/jobs/index', {
      rows: await runViews(rows, ctx.i18n),
      total: Number(total),
      page: list.page,
      pageSize: list.pageSize,
      all: ownOf(ctx) === null,
    })
  }

  async show(ctx: HttpContext) {
    const [run] = await runViews([await runFor(ctx, ctx.params.id)], ctx.i18n)
    return page(ctx, 'core/jobs/show', { run, files: await filesOf(run!.id) })
  }

  async cancel(ctx: HttpContext) {
    const run = await runFor(ctx, ctx.params.id)
    const asked = await cancelRun(run.id)
    notice(ctx, { tone: asked ? 'info' : 'warning', text: asked ? 'core.jobs.cancelling' : 'core.jobs.over' })
    return ctx.response.redirect().back()
  }
}
