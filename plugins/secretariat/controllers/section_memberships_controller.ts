import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, recordId, refuse } from '@unia/platform/http'
import { schoolYearOf, warsawDay } from '@unia/platform/values'
import { move } from '#secretariat/models/moving'
import { pupilCard } from '#secretariat/queries/pupil_card'
import { sectionsOf } from '#secretariat/queries/section_list'
import { forTeacher } from '#secretariat/transformers/pupil_card'
import { sectionChoices } from '#secretariat/transformers/section_choice'
import { sectionMembershipValidator } from '#secretariat/validators/section_membership'

/** Moving to another section is a new membership; the old one ends. */
export default class SectionMembershipsController {
  async create(ctx: HttpContext) {
    const day = warsawDay()
    const row = await pupilCard(recordId(ctx, 'pupil'))
    if (!row) throw new NotFound()
    return page(ctx, 'secretariat/section_memberships/create', {
      pupil: forTeacher(row, day),
      from: day,
      sections: sectionChoices(await sectionsOf(schoolYearOf(day), day)),
    })
  }

  async store(ctx: HttpContext) {
    const pupilId = recordId(ctx, 'pupil')
    if (!(await pupilCard(pupilId))) throw new NotFound()
    const result = await move(pupilId, await ctx.request.validateUsing(sectionMembershipValidator))
    switch (result.outcome) {
      case 'no_section':
        return refuse(ctx, { sectionId: 'secretariat.pupil.refused.no_section' })
      case 'refused':
        return refuse(ctx, { [FIELD[result.why]]: `secretariat.move.refused.${result.why}` })
      case 'over_limit':
        return refuse(ctx, {
          overLimitBasis: { text: 'secretariat.pupil.refused.over_limit', values: result },
        })
      case 'moved':
        notice(ctx, { tone: 'success', text: 'secretariat.move.moved', values: { section: result.section } })
        return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/pupils/${pupilId}`)
    }
  }
}

const FIELD = { same_section: 'sectionId', other_year: 'from', before_current: 'from' }
