import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, recordId, refuse } from '@unia/platform/http'
import { schoolYearOf, warsawDay } from '@unia/platform/values'
import { requestTransfer } from '#secretariat/models/transferring'
import { sectionsOf } from '#secretariat/queries/section_list'
import { transferById, transferList } from '#secretariat/queries/transfers'
import { sectionChoices } from '#secretariat/transformers/section_choice'
import { shown } from '#secretariat/transformers/transfer'
import { transferRequestValidator } from '#secretariat/validators/transfer'

/** Pupils who come from another unit of the city, and those who go to one. */
export default class TransfersController {
  async index(ctx: HttpContext) {
    return page(ctx, 'secretariat/transfers/index', { transfers: (await transferList()).map(shown) })
  }

  async create(ctx: HttpContext) {
    const day = warsawDay()
    return page(ctx, 'secretariat/transfers/create', {
      sections: sectionChoices(await sectionsOf(schoolYearOf(day), day)),
    })
  }

  async store(ctx: HttpContext) {
    const asked = await requestTransfer(await ctx.request.validateUsing(transferRequestValidator))
    if (asked.outcome === 'not_elsewhere')
      return refuse(ctx, { pesel: 'secretariat.transfer.refused.not_elsewhere' })
    if (asked.outcome === 'no_section')
      return refuse(ctx, { sectionId: 'secretariat.pupil.refused.no_section' })
    notice(ctx, { tone: 'success', text: 'secretariat.transfer.asked' })
    return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/transfers/${asked.id}`)
  }

  async show(ctx: HttpContext) {
    const transfer = await transferById(recordId(ctx))
    if (!transfer) throw new NotFound()
    return page(ctx, 'secretariat/transfers/show', { transfer: shown(transfer), today: warsawDay() })
  }
}
