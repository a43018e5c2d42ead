import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, recordId } from '@unia/platform/http'
import { changeContact, guardianLink } from '#secretariat/models/guarding'
import { requireSight } from '#secretariat/queries/sight'
import { guardianContactValidator } from '#secretariat/validators/guardian'

/** Phone and e-mail of a guardian: the office and the tutor of the pupil's section keep them. */
export default class GuardianContactsController {
  async edit(ctx: HttpContext) {
    const { guardian, id } = await linkSeen(ctx)
    const { surname, givenNames, phone, email } = guardian
    return page(ctx, 'secretariat/guardians/contact', {
      pupilId: ctx.params.pupil,
      guardian: { id, name: `${givenNames} ${surname}`, phone, email },
    })
  }

  async update(ctx: HttpContext) {
    const link = await linkSeen(ctx)
    await changeContact(link, await ctx.request.validateUsing(guardianContactValidator))
    notice(ctx, { tone: 'success', text: 'secretariat.guardian.saved' })
    return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/pupils/${link.pupilId}?tab=guardians`)
  }
}

async function linkSeen(ctx: HttpContext) {
  const pupilId = recordId(ctx, 'pupil')
  await requireSight(ctx, pupilId)
  const link = await guardianLink(pupilId, recordId(ctx))
  if (!link) throw new NotFound()
  return link
}
