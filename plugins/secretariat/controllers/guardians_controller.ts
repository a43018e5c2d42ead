import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, recordId, refuse } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import { only, rightsOn } from '#secretariat/domain/guardian_rights'
import type GuardianLink from '#secretariat/models/guardian_link'
import GuardianRight from '#secretariat/models/guardian_right'
import Pupil from '#secretariat/models/pupil'
import { addGuardian, changeGuardian, guardianLink, removeGuardian } from '#secretariat/models/guarding'
import { rightsCourse } from '#secretariat/queries/guardian_courses'
import { guardianValidator, KINSHIPS } from '#secretariat/validators/guardian'

/** Guardians of one pupil: none, one or many. */
export default class GuardiansController {
  async create(ctx: HttpContext) {
    return this.#form(ctx, await pupilOf(ctx), null)
  }

  async store(ctx: HttpContext) {
    const pupil = await pupilOf(ctx)
    const guarding = await addGuardian(pupil.id, await ctx.request.validateUsing(guardianValidator))
    switch (guarding.outcome) {
      case 'already':
        return refuse(ctx, { surname: 'secretariat.guardian.refused.already' })
      case 'asked':
        return refuse(ctx, { same: 'secretariat.guardian.refused.same' })
      case 'linked':
        return this.#done(ctx, 'added')
    }
  }

  async edit(ctx: HttpContext) {
    return this.#form(ctx, await pupilOf(ctx), await linkOf(ctx))
  }

  async update(ctx: HttpContext) {
    await changeGuardian(await linkOf(ctx), await ctx.request.validateUsing(guardianValidator))
    return this.#done(ctx, 'saved')
  }

  async destroy(ctx: HttpContext) {
    await removeGuardian(await linkOf(ctx))
    return this.#done(ctx, 'removed')
  }

  async #form(ctx: HttpContext, pupil: Pupil, link: GuardianLink | null) {
    const { surname, givenNames, phone, email, hasPesel } = link?.guardian ?? {}
    const course = link ? await GuardianRight.query().where('linkId', link.id) : []
    return page(ctx, 'secretariat/guardians/form', {
      pupil: { id: pupil.id, name: `${pupil.givenNames} ${pupil.surname}`, surname: pupil.surname },
      kinships: KINSHIPS,
      day: warsawDay(),
      guardian: link && {
        ...{ id: link.id, kinship: link.kinship, surname, givenNames, phone, email, hasPesel },
        ...rightsOn(only(link), course, warsawDay()),
      },
      course: link ? await rightsCourse(link.id) : [],
    })
  }

  #done(ctx: HttpContext, what: string) {
    notice(ctx, { tone: 'success', text: `secretariat.guardian.${what}` })
    return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/pupils/${ctx.params.pupil}`)
  }
}

async function pupilOf(ctx: HttpContext): Promise<Pupil> {
  const pupil = await Pupil.find(recordId(ctx, 'pupil'))
  if (!pupil) throw new NotFound()
  return pupil
}

async function linkOf(ctx: HttpContext): Promise<GuardianLink> {
  const link = await guardianLink(recordId(ctx, 'pupil'), recordId(ctx))
  if (!link) throw new NotFound()
  return link
}
