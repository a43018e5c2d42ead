/** Lower case without diacritics, so that `zolc` finds `Żółć`; the same as `core.fold` in the database. */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')

/** Whether every word of the query begins a word of the text, in any order. */
export function matchesWords(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\d]+/u)
  return fold(query)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
    .every((asked) => words.some((word) => word.startsWith(asked)))
}
