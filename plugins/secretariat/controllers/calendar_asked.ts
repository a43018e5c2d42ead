import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, recordId } from '@unia/platform/http'
import type { Keeping } from '#secretariat/models/keeping_calendar'
import { calendarUnit } from '#secretariat/queries/calendar'

/** The component and the year that the address names. Throws E_NOT_FOUND. */
export async function calendarAsked(ctx: HttpContext) {
  const component = await calendarUnit(recordId(ctx, 'component'))
  const year = Number(ctx.params.year)
  if (!component || !Number.isInteger(year) || year < 2000 || year > 2100) throw new NotFound()
  return { component, year }
}

export const calendarHref = (ctx: HttpContext, component: string, year: number) =>
  `/${ctx.place!.slug}/secretariat/calendars/${component}/${year}`

type Refused = Exclude<Keeping, { outcome: 'saved' }>

/** What a form of the calendar is told, beside the field at fault. */
export function refuseKeeping(
  kept: Refused
): Record<string, string | { text: string; values: Record<string, string | number> }> {
  switch (kept.outcome) {
    case 'unknown':
      throw new NotFound()
    case 'outside':
      return {
        startsOn: 'secretariat.calendar.refused.outside',
        classesStart: 'secretariat.calendar.refused.outside',
      }
    case 'director_days':
      return {
        kind: {
          text: 'secretariat.calendar.refused.director_days',
          values: { used: kept.used, most: kept.most },
        },
      }
    case 'name_taken':
      return { name: 'secretariat.calendar.refused.name_taken' }
    case 'slots':
      return {
        slots: {
          text: `secretariat.calendar.refused.slot_${kept.refusal.why}`,
          values: { number: kept.refusal.number },
        },
      }
    case 'periods': {
      const { refusal } = kept
      const values = {
        day: 'day' in refusal ? refusal.day : '',
        number: 'at' in refusal ? refusal.at + 1 : 0,
      }
      return { periods: { text: `secretariat.calendar.refused.period_${refusal.why}`, values } }
    }
  }
}
