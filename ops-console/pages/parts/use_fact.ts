import { useFormats, useT } from '@unia/ui'
import type { Fact } from '#ops/health/states'

/** The worst fact in words, its age counted to `now` (ms); empty when there is none. */
export function useFact(): (fact: Fact | null, now: number) => string {
  const t = useT()
  const { formatSince } = useFormats()
  return (fact, now) => {
    if (!fact) return ''
    const { since, ...params } = fact.params
    // An incident may know the limit that was passed, but no value.
    if ('limit' in params && typeof params.value !== 'number') return t(`ops-console.check.${fact.code}`)
    const ago = typeof since === 'number' ? formatSince(since, now) : ''
    return t(`ops-console.fact.${fact.code}`, { ...params, ago }).trim()
  }
}

/** Age of a state and its cause in one line; a cause that tells its own age stands alone. */
export const ageAndFact = (fact: Fact | null, age: string, text: string): string =>
  typeof fact?.params.since === 'number' ? text : [age, text].filter(Boolean).join(' · ')
