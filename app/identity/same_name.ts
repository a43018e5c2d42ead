/**
 * Whether two names may be one person's: the same first given name, and surnames that share a part, letters compared
 * without case, marks and spacing ("Anna Nowak", "Anna  NOWAK-Lis", P2).
 */
export function mayBeSameName(a: Named, b: Named): boolean {
  const parts = (name: Named) => words(name.surname)
  return words(a.givenNames)[0] === words(b.givenNames)[0] && parts(a).some((part) => parts(b).includes(part))
}

export interface Named {
  givenNames: string
  surname: string
}

const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .split(/[\s\p{Pd}]+/u)
    .filter(Boolean)
