import { addDays, type Day } from '@unia/platform/values'
import { teachingDays, type YearPlan } from '#secretariat/domain/school_days'

export interface PeriodSpan {
  name: string
  startsOn: Day
  endsOn: Day
}

export type PeriodRefusal =
  { why: 'overlap' | 'order'; at: number } | { why: 'uncovered'; day: Day } | { why: 'none' }

/** Whether classification periods are whole: in order, without overlap, with every teaching day in one of them. */
export function periodRefusal(plan: YearPlan, periods: PeriodSpan[]): PeriodRefusal | null {
  if (periods.length === 0) return { why: 'none' }
  for (const [at, { startsOn, endsOn }] of periods.entries()) {
    if (startsOn > endsOn) return { why: 'order', at }
    if (at > 0 && startsOn <= periods[at - 1]!.endsOn) return { why: 'overlap', at }
  }
  const days = teachingDays(plan, { from: plan.classesStart, to: plan.classesEnd })
  const lost = days.find((day) => !periods.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn))
  return lost ? { why: 'uncovered', day: lost } : null
}

/** Two halves, parted at the end of January, until a unit's statute says otherwise. */
export const usualPeriods = ({ classesStart, classesEnd }: YearPlan): PeriodSpan[] => {
  const first = `${classesEnd.slice(0, 4)}-01-31`
  return [
    { name: 'I', startsOn: classesStart, endsOn: first },
    { name: 'II', startsOn: addDays(first, 1), endsOn: classesEnd },
  ]
}
