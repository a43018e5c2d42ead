import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page } from '@unia/platform/http'
import type GuardianLink from '#secretariat/models/guardian_link'
import Pupil from '#secretariat/models/pupil'
import { addGuardian, changeGuardian, guardianLink, removeGuardian } from '#secretariat/models/guarding'
import { guardianValidator, KINSHIPS } from '#secretariat/validators/guardian'
import { recordId } from '#secretariat/controllers/record_id'

/** Guardians of one pupil: none, one or many. */
export default class GuardiansController {
  async create(ctx: HttpContext) {
    return this.#form(ctx, await pupilOf(ctx), null)
  }

  async store(ctx: HttpContext) {
    const pupil = await pupilOf(ctx)
    await addGuardian(pupil.id, await ctx.request.validateUsing(guardianValidator))
    return this.#done(ctx, 'added')
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

  #form(ctx: HttpContext, pupil: Pupil, link: GuardianLink | null) {
    const { surname, givenNames, phone, email } = link?.guardian ?? {}
    return page(ctx, 'secretariat/guardians/form', {
      pupil: { id: pupil.id, name: `${pupil.givenNames} ${pupil.surname}`, surname: pupil.surname },
      kinships: KINSHIPS,
      guardian: link && { ...link.serialize(), surname, givenNames, phone, email },
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
