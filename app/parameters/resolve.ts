import type { DatedValue } from './define_parameter.ts'

export interface ResolvedValue<T = unknown> extends DatedValue<T> {
  /** Who set it: the declaration (law) or the city. */
  origin: 'law' | 'city'
  verify: boolean
}

/** The value that holds on a day, ends of ranges included: the city's before the law's, else null. */
export function resolveOn<T>(
  law: DatedValue<T>[],
  city: DatedValue<T>[],
  date: string
): ResolvedValue<T> | null {
  const holds = ({ from, to }: DatedValue<T>) => from <= date && (to === null || date <= to)
  const [own, declared] = [city.find(holds), law.find(holds)]
  if (own) return { ...own, verify: own.verify ?? false, origin: 'city' }
  return declared ? { ...declared, verify: declared.verify ?? false, origin: 'law' } : null
}
