import { addDays, weekday, type Day } from './days.ts'

export type Holiday =
  | 'newYear'
  | 'epiphany'
  | 'easter'
  | 'easterMonday'
  | 'labourDay'
  | 'constitutionDay'
  | 'pentecost'
  | 'corpusChristi'
  | 'assumption'
  | 'allSaints'
  | 'independenceDay'
  | 'christmasEve'
  | 'christmas'
  | 'secondDayOfChristmas'

/** Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * Days free from work by law in a year (act of 18 January 1951): 6 January since 2011, 24 December since 2025.
 * Sundays are free as well and are not repeated here, but for the feasts that fall on them.
 */
export function publicHolidays(year: number): Map<Day, Holiday> {
  const sunday = easter(year)
  const list: [Day, Holiday, number?][] = [
    [`${year}-01-01`, 'newYear'],
    [`${year}-01-06`, 'epiphany', 2011],
    [sunday, 'easter'],
    [addDays(sunday, 1), 'easterMonday'],
    [`${year}-05-01`, 'labourDay'],
    [`${year}-05-03`, 'constitutionDay'],
    [addDays(sunday, 49), 'pentecost'],
    [addDays(sunday, 60), 'corpusChristi'],
    [`${year}-08-15`, 'assumption'],
    [`${year}-11-01`, 'allSaints'],
    [`${year}-11-11`, 'independenceDay'],
    [`${year}-12-24`, 'christmasEve', 2025],
    [`${year}-12-25`, 'christmas'],
    [`${year}-12-26`, 'secondDayOfChristmas'],
  ]
  const inForce = list.filter(([, , since = 1991]) => year >= since)
  return new Map(inForce.map(([day, holiday]) => [day, holiday]))
}

const years = new Map<number, Map<Day, Holiday>>()

/** The holiday on a day, or null. */
export function holidayOn(day: Day): Holiday | null {
  const year = Number(day.slice(0, 4))
  if (!years.has(year)) years.set(year, publicHolidays(year))
  return years.get(year)!.get(day) ?? null
}

/** Monday to Friday, no public holiday. */
export const isWorkingDay = (day: Day): boolean => weekday(day) < 6 && holidayOn(day) === null
