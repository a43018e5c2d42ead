import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, refuse } from '@unia/platform/http'
import { schoolYearOf, warsawDay } from '@unia/platform/values'
import { usualPeriods } from '#secretariat/domain/periods'
import { keepYear, mostDirectorDays } from '#secretariat/models/keeping_calendar'
import { calendarAsked, calendarHref, refuseKeeping } from '#secretariat/controllers/calendar_asked'
import { planOf, schedulesOf, yearOf } from '#secretariat/queries/calendar'
import { units } from '#secretariat/queries/units'
import { yearMonths } from '#secretariat/transformers/year_months'
import { schoolYearValidator } from '#secretariat/validators/calendar'

/** The calendar of one school year of a unit. */
export default class CalendarsController {
  async index(ctx: HttpContext) {
    const [first] = await units()
    if (!first) throw new NotFound()
    return ctx.response.redirect(calendarHref(ctx, first.id, schoolYearOf(warsawDay())))
  }

  async show(ctx: HttpContext) {
    const { component, year: startYear } = await calendarAsked(ctx)
    const year = await yearOf(component.id, startYear)
    const plan = planOf(year)
    const most = mostDirectorDays(component.kind, startYear)
    return page(ctx, 'secretariat/calendar/show', {
      calendar: { ...year, periods: year.periods.length ? year.periods : usualPeriods(plan) },
      breaks: plan.spans.filter(({ kind }) => ['christmas', 'winter', 'spring'].includes(kind)),
      ...yearMonths(plan, startYear),
      schedules: await schedulesOf(year.id),
      components: (await units()).map(({ id, short_name }) => ({ value: id, label: short_name })),
      mostDirectorDays: most,
      mayEdit: ctx.place!.can('secretariat.calendar.edit'),
    })
  }

  async edit(ctx: HttpContext) {
    const { component, year: startYear } = await calendarAsked(ctx)
    const year = await yearOf(component.id, startYear)
    return page(ctx, 'secretariat/calendar/edit', {
      calendar: { ...year, periods: year.periods.length ? year.periods : usualPeriods(planOf(year)) },
    })
  }

  async update(ctx: HttpContext) {
    const { component, year } = await calendarAsked(ctx)
    const kept = await keepYear(component.id, year, await ctx.request.validateUsing(schoolYearValidator))
    if (kept.outcome !== 'saved') return refuse(ctx, refuseKeeping(kept))
    notice(ctx, { tone: 'success', text: 'secretariat.calendar.saved' })
    return ctx.response.redirect(calendarHref(ctx, component.id, year))
  }
}
