import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, recordId } from '@unia/platform/http'
import { guardianLink } from '#secretariat/models/guarding'
import { reorder } from '#secretariat/models/ordering'
import { contactOrderValidator } from '#secretariat/validators/guardian'

/** Who of the guardians is called first. */
export default class ContactOrdersController {
  async update(ctx: HttpContext) {
    const link = await guardianLink(recordId(ctx, 'pupil'), recordId(ctx))
    if (!link) throw new NotFound()
    await reorder(link, (await ctx.request.validateUsing(contactOrderValidator)).direction)
    return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/pupils/${link.pupilId}?tab=guardians`)
  }
}
