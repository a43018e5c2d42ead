import { checkPesel, peselWarnings } from '@unia/platform/values'

export type Disagreement = 'birthDateMismatch' | 'sexMismatch'

/** In what a right PESEL contradicts the declared birth date and sex; such a card is saved with a reason (S5). */
export function disagreements(
  pesel: string | null,
  declared: { birthDate: string; sex: 'f' | 'm' }
): Disagreement[] {
  const checked = pesel ? checkPesel(pesel) : null
  if (!checked?.ok) return []
  return peselWarnings(checked.value, {
    birthDate: declared.birthDate,
    sex: declared.sex === 'f' ? 'F' : 'M',
  })
}
