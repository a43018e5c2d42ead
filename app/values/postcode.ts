import { accepted, refused, type Checked } from './checked.ts'
import { bare } from './weighted_sum.ts'

/** Checks a Polish postal code; `20047` and `20 047` become `20-047`. */
export function checkPostcode(text: string): Checked<string, 'format'> {
  const digits = bare(text)
  return /^\d{5}$/.test(digits) ? accepted(`${digits.slice(0, 2)}-${digits.slice(2)}`) : refused('format')
}
