export type Values = Record<string, string | number | boolean | Date | null | undefined>

/** `t('library.books.count', { count: 3 })`; a missing message shows its key. */
export type Translate = (key: string, values?: Values) => string
