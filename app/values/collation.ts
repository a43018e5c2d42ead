const collator = new Intl.Collator('pl')

/** Order of Polish letters (ą after a, ł after l, ż after ź), for `sort`; PostgreSQL's `pl-PL` gives the same. */
export const comparePolish = (a: string, b: string): number => collator.compare(a, b)

export const sortPolish = <Item>(items: readonly Item[], text: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => comparePolish(text(a), text(b)))

/** Lower case without diacritics, for searching: `Łoś` → `los`. */
export const fold = (text: string): string =>
  text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
