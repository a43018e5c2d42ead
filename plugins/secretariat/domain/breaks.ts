import { addDays, easter, weekday, type Day } from '@unia/platform/values'

export interface DaySpan {
  from: Day
  to: Day
}

/** 23–31 December; from the 22nd when that is a Monday (regulation of 11 August 2017, § 3). */
export function christmasBreak(year: number): DaySpan {
  const first = `${year}-12-22`
  return { from: weekday(first) === 1 ? first : addDays(first, 1), to: `${year}-12-31` }
}

/** From the Thursday before Easter to the first Tuesday after it. */
export function springBreak(year: number): DaySpan {
  const sunday = easter(year + 1)
  return { from: addDays(sunday, -3), to: addDays(sunday, 2) }
}
