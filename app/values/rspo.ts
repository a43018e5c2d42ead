import { accepted, refused, type Checked } from './checked.ts'

/** Checks a number in the register of schools (RSPO): one to ten digits, kept as text. */
export function checkRspo(text: string): Checked<string, 'format'> {
  const number = text.trim()
  return /^[1-9]\d{0,9}$/.test(number) ? accepted(number) : refused('format')
}
