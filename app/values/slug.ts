import { accepted, refused, type Checked } from './checked.ts'

export const slugPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
export const slugLength = 32

/** Checks the short name of a unit in addresses. Whether it is taken or reserved, tenancy knows. */
export function checkSlug(text: string): Checked<string, 'format' | 'length'> {
  if (text.length > slugLength) return refused('length')
  return slugPattern.test(text) ? accepted(text) : refused('format')
}

/** How a slug is written in numbers of documents: `sp-21` → `SP21`. */
export const slugInNumbers = (slug: string): string => slug.replaceAll('-', '').toUpperCase()
