import { DateTime } from 'luxon'
import { isDay } from './is_day.ts'

export { isDay }

/** A calendar day without zone, `2026-09-01`. */
export type Day = string

/** School time: in which day an instant falls is judged here. */
export const schoolZone = 'Europe/Warsaw'

/** The calendar day in Warsaw at an instant. */
export const warsawDay = (instant: Date = new Date()): Day =>
  DateTime.fromJSDate(instant, { zone: schoolZone }).toISODate()!

/** The instants at which a day begins and the next one begins; 23 or 25 hours apart when clocks change. */
export function instantsOf(day: Day): { from: Date; until: Date } {
  const start = DateTime.fromISO(day, { zone: schoolZone }).startOf('day')
  return { from: start.toJSDate(), until: start.plus({ days: 1 }).toJSDate() }
}

export const addDays = (day: Day, days: number): Day => moment(day).plus({ days }).toISODate()!

/** The same day of a later month, or the last one of it (31 January and a month → 28 February). */
export const addMonths = (day: Day, months: number): Day => moment(day).plus({ months }).toISODate()!

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: Day): number => moment(day).weekday

/** Full years on a day; who was born on 29 February comes of age on the 28th in other years. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return moment(birthDate).plus({ years }).toISODate()! <= day ? years : years - 1
}

function moment(day: Day): DateTime {
  if (!isDay(day)) throw new Error(`E_NOT_A_DAY: "${day}"`)
  return DateTime.fromISO(day, { zone: 'utc' })
}
