import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { actorOf, linkHref, linkOf } from '#ops/controllers/link_of'
import { scopedKnex } from '#ops/queries/scoped'
import { advanceLink } from '#ops/rollout/advance'
import { abortRun, enterMeasure, startRun } from '#ops/rollout/run_tests'
import { TestRun } from '#ops/rollout/test_run'
import { measureValidator, runValidator } from '#ops/validators/rollout'

/** Acceptance tests: the console measures what it can, the rest is typed in from instruments. */
export default class TestRunsController {
  /** Starts the tests; a link whose protocol is signed goes into testing by it. */
  async store(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const { minutes } = await ctx.request.validateUsing(runValidator)
    const tester = actorOf(ctx)
    const refused = await act(ctx, link.tenant_id, async (trx) => {
      if (link.state !== 'testing') {
        const reason = await advanceLink(trx, link, { to: 'testing', actor: tester })
        if (reason) return reason
      }
      return (await startRun(trx, link, { tester, minutes })) ? null : ('tests_running' as const)
    })
    if (refused) refuse(ctx, { minutes: `ops-console.rollout.refused.${refused}` })
    notice(ctx, { tone: 'success', text: 'ops-console.rollout.test.started' })
    return ctx.response.redirect(linkHref(ctx, link))
  }

  /** Enters one value read from an instrument. */
  async update(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const entry = await ctx.request.validateUsing(measureValidator)
    const place = { tenant_id: link.tenant_id, run_id: await runOf(ctx, link.id) }
    const kept = await act(ctx, link.tenant_id, (trx) =>
      enterMeasure(trx, place, { ...entry, tester: actorOf(ctx) })
    )
    if (!kept) refuse(ctx, { measured: 'ops-console.rollout.test.over' })
    return ctx.response.redirect(linkHref(ctx, link))
  }

  async destroy(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const id = await runOf(ctx, link.id)
    await act(ctx, link.tenant_id, (trx) => abortRun(trx, { tenant_id: link.tenant_id, id }))
    return ctx.response.redirect(linkHref(ctx, link))
  }
}

async function runOf(ctx: HttpContext, linkId: string): Promise<string> {
  const run = await TestRun.query(scopedKnex()).where({ id: ctx.params.id, link_id: linkId }).first()
  if (!run) throw new NotFound()
  return run.id
}
