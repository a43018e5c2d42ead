import { accepted, refused, type Checked } from './checked.ts'

/** Composed letters, single spaces, no spaces around hyphens, straight apostrophes. */
export const normaliseName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\s?([-‐‑–])\s?/g, '-')
    .trim()

/** Checks a given name or surname: 1–60 letters of any alphabet, spaces, hyphens, apostrophes. */
export function checkName(text: string): Checked<string, 'empty' | 'length' | 'characters'> {
  const name = normaliseName(text)
  if (name === '') return refused('empty')
  if ([...name].length > 60) return refused('length')
  return /^[\p{L}\p{M} '-]+$/u.test(name) && /^'?\p{L}.*[\p{L}\p{M}']$|^\p{L}$/u.test(name)
    ? accepted(name)
    : refused('characters')
}
