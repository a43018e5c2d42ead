import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, recordId, refuse } from '@unia/platform/http'
import { confirmTransfer, refuseTransfer, type Answer } from '#secretariat/models/transferring'
import { transferConfirmationValidator, transferRefusalValidator } from '#secretariat/validators/transfer'

/** What the unit that teaches the pupil says to a request: yes after a last day, or no with a reason. */
export default class TransferAnswersController {
  async store(ctx: HttpContext) {
    const { lastDay } = await ctx.request.validateUsing(transferConfirmationValidator)
    return this.#done(ctx, await confirmTransfer(recordId(ctx), lastDay), 'confirmed')
  }

  async destroy(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(transferRefusalValidator)
    return this.#done(ctx, await refuseTransfer(recordId(ctx), reason), 'rejected')
  }

  #done(ctx: HttpContext, answer: Answer, text: string) {
    if (answer.outcome === 'unknown') throw new NotFound()
    if (answer.outcome === 'refused')
      return refuse(ctx, { lastDay: `secretariat.leaving.refused.${answer.why}` })
    notice(ctx, { tone: 'success', text: `secretariat.transfer.${text}` })
    return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/transfers`)
  }
}
