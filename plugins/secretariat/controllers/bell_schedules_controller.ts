import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, recordId, refuse } from '@unia/platform/http'
import { usualSlots } from '#secretariat/domain/bells'
import { calendarAsked, calendarHref, refuseKeeping } from '#secretariat/controllers/calendar_asked'
import { keepBells, removeBells, type Keeping } from '#secretariat/models/keeping_calendar'
import { schedulesOf, yearOf } from '#secretariat/queries/calendar'
import { bellScheduleValidator } from '#secretariat/validators/calendar'

/** When lessons begin and end. */
export default class BellSchedulesController {
  async create(ctx: HttpContext) {
    const { component, year } = await calendarAsked(ctx)
    return page(ctx, 'secretariat/calendar/bells', {
      calendar: { unitId: component.id, startYear: year },
      schedule: { id: null, name: '', building: null, weekdays: [1, 2, 3, 4, 5], slots: usualSlots() },
    })
  }

  async edit(ctx: HttpContext) {
    const { component, year } = await calendarAsked(ctx)
    const schedules = await schedulesOf((await yearOf(component.id, year)).id)
    const schedule = schedules.find(({ id }) => id === recordId(ctx))
    if (!schedule) throw new NotFound()
    return page(ctx, 'secretariat/calendar/bells', {
      calendar: { unitId: component.id, startYear: year },
      schedule,
    })
  }

  async store(ctx: HttpContext) {
    return this.#keep(ctx, null)
  }

  async update(ctx: HttpContext) {
    return this.#keep(ctx, recordId(ctx))
  }

  async destroy(ctx: HttpContext) {
    return this.#done(ctx, await removeBells(recordId(ctx)))
  }

  async #keep(ctx: HttpContext, id: string | null) {
    const { component, year } = await calendarAsked(ctx)
    const form = await ctx.request.validateUsing(bellScheduleValidator)
    return this.#done(ctx, await keepBells(component.id, year, id, form))
  }

  async #done(ctx: HttpContext, kept: Keeping) {
    const { component, year } = await calendarAsked(ctx)
    if (kept.outcome !== 'saved') return refuse(ctx, refuseKeeping(kept))
    notice(ctx, { tone: 'success', text: 'secretariat.calendar.saved' })
    return ctx.response.redirect(calendarHref(ctx, component.id, year))
  }
}
