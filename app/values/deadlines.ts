import { addDays, addMonths, type Day } from './days.ts'
import { isWorkingDay } from './holidays.ts'

/**
 * Last day of a period of days: the day of the event is not counted, and an end on a Saturday, Sunday or holiday moves
 * to the next working day (code of administrative procedure, art. 57 §§ 1 and 4).
 */
export const deadline = (event: Day, days: number): Day => firstWorkingDay(addDays(event, days))

/** The same for months (art. 57 § 3): the day with the event's number, else the last of the month. */
export const deadlineInMonths = (event: Day, months: number): Day => firstWorkingDay(addMonths(event, months))

/** The day itself when it is a working one, else the next. */
export function firstWorkingDay(day: Day): Day {
  let on = day
  while (!isWorkingDay(on)) on = addDays(on, 1)
  return on
}

/** The day that is `count` working days after `day` (before it when negative); `day` itself is not counted. */
export function addWorkingDays(day: Day, count: number): Day {
  let on = day
  for (let left = Math.abs(count); left > 0;) {
    on = addDays(on, Math.sign(count))
    if (isWorkingDay(on)) left--
  }
  return on
}

/** Working days from the first to the last day, both included. */
export function workingDaysBetween(first: Day, last: Day): number {
  let count = 0
  for (let on = first; on <= last; on = addDays(on, 1)) if (isWorkingDay(on)) count++
  return count
}
