import { addDays, isDay, warsawDay, type Day } from '../values/index.ts'

const DEFAULT_DAYS = 30

/** The days searched, both inclusive; thirty days unless the reader asks for others. */
export function periodOf(filters: Record<string, string>, today: Day = warsawDay()): { from: Day; to: Day } {
  const to = isDay(filters.to ?? '') ? filters.to! : today
  const from = isDay(filters.from ?? '') ? filters.from! : addDays(to, -DEFAULT_DAYS)
  return from <= to ? { from, to } : { from: to, to: from }
}
