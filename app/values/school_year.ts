import { accepted, refused, type Checked } from './checked.ts'
import { addDays, weekday, type Day } from './days.ts'

/** The school year a day belongs to, named by the year it begins in: 1 September to 31 August. */
export const schoolYearOf = (day: Day): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)

/** 2026 → `2026/2027`. */
export const schoolYearLabel = (year: number): string => `${year}/${year + 1}`

/** `2026/2027` or `2026/27` → 2026. */
export function parseSchoolYear(label: string): Checked<number, 'format'> {
  const parts = label.trim().match(/^(\d{4})\s?\/\s?(\d{4}|\d{2})$/)
  if (!parts) return refused('format')
  const year = Number(parts[1])
  return String(year + 1).endsWith(parts[2]!) ? accepted(year) : refused('format')
}

export const schoolYearDays = (year: number): { from: Day; to: Day } => ({
  from: `${year}-09-01`,
  to: `${year + 1}-08-31`,
})

/** First day of classes: 1 September, or the next Monday when that is a Friday, Saturday or Sunday. */
export function classesStart(year: number): Day {
  const first = `${year}-09-01`
  const day = weekday(first)
  return day < 5 ? first : addDays(first, 8 - day)
}

/** Last day of classes: the first Friday after 20 June (regulation on the organisation of the school year). */
export function classesEnd(year: number): Day {
  const after = `${year + 1}-06-21`
  return addDays(after, (5 - weekday(after) + 7) % 7)
}
