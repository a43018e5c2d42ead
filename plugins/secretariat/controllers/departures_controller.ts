import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, recordId, refuse } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import { EXIT_REASONS, leave } from '#secretariat/models/leaving'
import { pupilCard } from '#secretariat/queries/pupil_card'
import { departureValidator } from '#secretariat/validators/transfer'

/** A pupil leaves the unit. */
export default class DeparturesController {
  async create(ctx: HttpContext) {
    const row = await pupilCard(recordId(ctx, 'pupil'))
    if (!row) throw new NotFound()
    return page(ctx, 'secretariat/departures/create', {
      pupil: { id: row.id, name: `${row.given_names} ${row.surname}` },
      reasons: EXIT_REASONS,
      today: warsawDay(),
    })
  }

  async store(ctx: HttpContext) {
    const id = recordId(ctx, 'pupil')
    if (!(await pupilCard(id))) throw new NotFound()
    const form = await ctx.request.validateUsing(departureValidator)
    const left = await leave(id, { ...form, slip: true })
    if (left.outcome !== 'left') return refuse(ctx, { on: `secretariat.leaving.refused.${left.outcome}` })
    notice(ctx, { tone: 'success', text: 'secretariat.leaving.saved' })
    return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/pupils/${id}`)
  }
}
