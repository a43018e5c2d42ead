import { addDays, weekday } from '@unia/platform/values'
import {
  dayKind,
  directorDaysUsed,
  teachingDays,
  type DayKind,
  type YearPlan,
} from '#secretariat/domain/school_days'

export interface MonthDay {
  day: string
  kind: DayKind
}

export interface MonthGrid {
  /** `2026-09`. */
  month: string
  /** Empty places before the first, Monday first. */
  before: number
  days: MonthDay[]
  teaching: number
}

/** Twelve months from September, every day with its kind. */
export function yearMonths(plan: YearPlan, startYear: number) {
  const months: MonthGrid[] = Array.from({ length: 12 }, (_, at) => {
    const year = startYear + (at > 3 ? 1 : 0)
    return grid(plan, `${year}-${String(((at + 8) % 12) + 1).padStart(2, '0')}`)
  })
  return {
    months,
    teachingDays: teachingDays(plan, { from: plan.classesStart, to: plan.classesEnd }).length,
    directorDays: directorDaysUsed(plan),
  }
}

function grid(plan: YearPlan, month: string): MonthGrid {
  const days: MonthDay[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
    days.push({ day, kind: dayKind(plan, day) })
  }
  const teaching = days.filter(({ kind }) => kind === 'teaching').length
  return { month, before: weekday(days[0]!.day) - 1, days, teaching }
}
