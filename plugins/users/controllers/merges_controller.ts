import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, recordId } from '@unia/platform/http'
import { dismissDuplicate, findDuplicates, mergePeople, UNDO_DAYS } from '@unia/platform/memberships'
import { undoableMerges, undoMerge } from '@unia/platform/memberships'

const pair = vine.create({ keptId: vine.string().uuid(), mergedId: vine.string().uuid() })

/** People written twice: proposals, one press to merge, thirty days to undo. */
export default class MergesController {
  async index(ctx: HttpContext) {
    return page(ctx, 'users/merges/index', {
      duplicates: await findDuplicates(),
      done: await undoableMerges(UNDO_DAYS),
      mayMerge: ctx.place!.can('users.merge.confirm'),
    })
  }

  /** Only what is proposed can be merged: ids of others are not found. */
  async store(ctx: HttpContext) {
    const asked = await this.#proposed(ctx)
    const merged = await mergePeople(asked.keptId, asked.mergedId, asked.reasons, by(ctx))
    const tone = merged.outcome === 'merged' ? 'success' : 'error'
    notice(ctx, { tone, text: `users.merges.${merged.outcome}`, values: { name: asked.keptName } })
    return ctx.response.redirect('/city/users/merges')
  }

  async dismiss(ctx: HttpContext) {
    const { keptId, mergedId } = await this.#proposed(ctx)
    await dismissDuplicate(keptId, mergedId, ctx.identity!.accountId)
    notice(ctx, { tone: 'success', text: 'users.merges.dismissed' })
    return ctx.response.redirect('/city/users/merges')
  }

  async destroy(ctx: HttpContext) {
    const undone = await undoMerge(recordId(ctx), by(ctx))
    if (undone === 'not_found') throw new NotFound()
    notice(ctx, { tone: undone === 'undone' ? 'success' : 'error', text: `users.merges.${undone}` })
    return ctx.response.redirect('/city/users/merges')
  }

  async #proposed(ctx: HttpContext) {
    const { keptId, mergedId } = await ctx.request.validateUsing(pair)
    const found = (await findDuplicates()).find(
      (each) => each.keptId === keptId && each.mergedId === mergedId
    )
    if (!found) throw new NotFound()
    return found
  }
}

const by = (ctx: HttpContext) => ({ accountId: ctx.identity!.accountId, address: ctx.request.ip() })
