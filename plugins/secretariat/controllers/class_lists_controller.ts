import type { HttpContext } from '@adonisjs/core/http'
import { dispatch } from '@unia/platform/jobs'
import { notice } from '@unia/platform/http'
import { schoolYearLabel, schoolYearOf, warsawDay } from '@unia/platform/values'
import classLists from '#secretariat/jobs/class_lists'
import { sectionsOf } from '#secretariat/queries/section_list'
import { classListsValidator } from '#secretariat/validators/class_lists'

/** Asks for the lists of all sections; the person waits on the page of the job. */
export default class ClassListsController {
  async store(ctx: HttpContext) {
    const day = warsawDay()
    const { year = schoolYearOf(day) } = await ctx.request.validateUsing(classListsValidator)
    const { slug } = ctx.place!
    if ((await sectionsOf(year, day)).length === 0) {
      notice(ctx, { tone: 'warning', text: 'secretariat.sections.empty' })
      return ctx.response.redirect(`/${slug}/secretariat/sections?year=${year}`)
    }
    const values = { year: schoolYearLabel(year) }
    const run = await dispatch(
      classLists,
      {
        ...{ schoolYear: year, day, language: ctx.i18n.locale === 'en' ? ('en' as const) : ('pl' as const) },
        title: ctx.i18n.t('secretariat.class_lists.title', values),
        fileName: `${slug}-${ctx.i18n.t('secretariat.class_lists.file')}-${day}.pdf`,
      },
      {
        title: { key: 'secretariat.class_lists.title', values },
        // Each person has a run of their own: nobody may see another's.
        unique: `${ctx.identity!.accountId}:${year}`,
      }
    )
    return ctx.response.redirect(`/${slug}/jobs/${run}`)
  }
}
