import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotFound, notice, page, recordId, refuse } from '@unia/platform/http'
import { people } from '@unia/platform/people'
import { addDays, warsawDay } from '@unia/platform/values'
import { POSITIONS } from '#users/domain/positions'
import { changeEmployment, employ } from '#users/models/employing'
import { allEmployments } from '#users/queries/employments'
import { employmentChangeValidator, employmentValidator } from '#users/validators/employment'

/** Who works here and from this has a role, until the staff register says so itself. */
export default class EmploymentsController {
  async index(ctx: HttpContext) {
    const employments = await allEmployments()
    const names = await people.byIds(employments.map(({ personId }) => personId))
    const label = (role: string) => ctx.i18n.t(`core.role.${role}`)
    return page(ctx, 'users/employments/index', {
      employments: employments.map(({ personId, ...employment }) => {
        const person = names.get(personId)
        return {
          ...employment,
          name: person ? `${person.surname} ${person.givenNames}` : '',
          positionLabel: label(employment.position),
          over: employment.to !== null && employment.to < warsawDay(),
        }
      }),
      positions: POSITIONS.map((value) => ({ value, label: label(value) })),
      mayEdit: ctx.place!.can('users.employment.edit'),
    })
  }

  async store(ctx: HttpContext) {
    const { position, from, to = null, ...named } = await ctx.request.validateUsing(employmentValidator)
    if (to !== null && to < from) refuse(ctx, { to: 'users.employment.backwards' })
    const personId = await people.ensure({
      ...{ givenNames: named.givenNames, surname: named.surname, source: 'hr' },
      ...{ birthDate: named.birthDate ?? null, pesel: named.pesel ?? null },
    })
    await employ({ personId, position, from, to })
    notice(ctx, { tone: 'success', text: 'users.employment.added', values: { name: named.surname } })
    return ctx.response.redirect(`/${ctx.place!.slug}/users/employments`)
  }

  async update(ctx: HttpContext) {
    const { position, to = null } = await ctx.request.validateUsing(employmentChangeValidator)
    const change = await changeEmployment(recordId(ctx), { position, to })
    if (change === 'not_found') throw new NotFound()
    if (change === 'from_hr') throw new Forbidden()
    if (change === 'backwards') refuse(ctx, { to: 'users.employment.backwards' })
    const last = to && to < addDays(warsawDay(), 1) ? 'users.employment.ended' : 'users.employment.saved'
    notice(ctx, { tone: 'success', text: last })
    return ctx.response.redirect(`/${ctx.place!.slug}/users/employments`)
  }
}
