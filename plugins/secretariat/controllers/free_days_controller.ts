import type { HttpContext } from '@adonisjs/core/http'
import { notice, recordId, refuse } from '@unia/platform/http'
import { calendarAsked, calendarHref, refuseKeeping } from '#secretariat/controllers/calendar_asked'
import { addFreeDay, removeFreeDay } from '#secretariat/models/keeping_calendar'
import { freeDayValidator } from '#secretariat/validators/calendar'

/** Days without classes that a unit sets itself. */
export default class FreeDaysController {
  async store(ctx: HttpContext) {
    const { component, year } = await calendarAsked(ctx)
    const kept = await addFreeDay(component, year, await ctx.request.validateUsing(freeDayValidator))
    if (kept.outcome !== 'saved') return refuse(ctx, refuseKeeping(kept))
    notice(ctx, { tone: 'success', text: 'secretariat.calendar.saved' })
    return ctx.response.redirect(calendarHref(ctx, component.id, year))
  }

  async destroy(ctx: HttpContext) {
    const { component, year } = await calendarAsked(ctx)
    const kept = await removeFreeDay(recordId(ctx))
    if (kept.outcome !== 'saved') return refuse(ctx, refuseKeeping(kept))
    notice(ctx, { tone: 'success', text: 'secretariat.calendar.removed' })
    return ctx.response.redirect(calendarHref(ctx, component.id, year))
  }
}
