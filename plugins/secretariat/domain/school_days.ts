import { addDays, holidayOn, weekday, type Day } from '@unia/platform/values'
import type { DaySpan } from '#secretariat/domain/breaks'

export type FreeKind = 'christmas' | 'winter' | 'spring' | 'director' | 'other'
export type DayKind = 'teaching' | 'weekend' | 'holiday' | 'outside' | FreeKind

export interface FreeSpan extends DaySpan {
  kind: FreeKind | 'working'
}

export interface YearPlan {
  classesStart: Day
  classesEnd: Day
  /** Breaks, the director's days, and Saturdays on which classes are made up. */
  spans: FreeSpan[]
}

/** What a day is in the school's calendar; a day made up on a Saturday is a teaching day. */
export function dayKind(plan: YearPlan, day: Day): DayKind {
  if (day < plan.classesStart || day > plan.classesEnd) return 'outside'
  if (holidayOn(day)) return 'holiday'
  const spans = plan.spans.filter(({ from, to }) => from <= day && day <= to)
  if (spans.some(({ kind }) => kind === 'working')) return 'teaching'
  if (weekday(day) > 5) return 'weekend'
  return (spans[0]?.kind as FreeKind | undefined) ?? 'teaching'
}

/** Days with classes between two days, both included. */
export function teachingDays(plan: YearPlan, { from, to }: DaySpan): Day[] {
  const found: Day[] = []
  const last = to < plan.classesEnd ? to : plan.classesEnd
  for (let day = from > plan.classesStart ? from : plan.classesStart; day <= last; day = addDays(day, 1)) {
    if (dayKind(plan, day) === 'teaching') found.push(day)
  }
  return found
}

/** Working days among the director's: weekends and holidays inside a span do not use up the limit. */
export const directorDaysUsed = (plan: YearPlan): number =>
  plan.spans
    .filter(({ kind }) => kind === 'director')
    .flatMap(({ from, to }) => daysOf(from, to))
    .filter((day) => dayKind(plan, day) === 'director').length

const daysOf = (from: Day, to: Day): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
