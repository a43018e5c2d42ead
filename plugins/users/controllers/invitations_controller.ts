import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, page } from '@unia/platform/http'
import { dispatch } from '@unia/platform/jobs'
import { mailServer } from '@unia/platform/mail'
import { warsawDay } from '@unia/platform/values'
import letters from '#users/jobs/letters'
import { coverage } from '#users/queries/invitees'
import { lettersValidator } from '#users/validators/letters'

/** Sections with how many parents have no account, and letters for one section at a time. */
export default class InvitationsController {
  async index(ctx: HttpContext) {
    return page(ctx, 'users/invitations/index', {
      sections: await coverage(),
      mayMail: mailServer() !== null,
    })
  }

  async store(ctx: HttpContext) {
    const { sectionId, whom, byMail = false } = await ctx.request.validateUsing(lettersValidator)
    const section = (await coverage()).find(({ id }) => id === sectionId)
    if (!section) throw new NotFound()
    const { slug } = ctx.place!
    const language = ctx.i18n.locale === 'en' ? ('en' as const) : ('pl' as const)
    const run = await dispatch(
      letters,
      {
        ...{ sectionId, whom, byMail, language, title: ctx.i18n.t('users.letters.document') },
        fileName: `${slug}-${ctx.i18n.t('users.letters.file')}-${section.name}-${warsawDay()}.pdf`,
      },
      {
        title: { key: `users.letters.title.${whom}`, values: { section: section.name } },
        unique: `${sectionId}:${whom}`,
      }
    )
    return ctx.response.redirect(`/${slug}/jobs/${run}`)
  }
}
