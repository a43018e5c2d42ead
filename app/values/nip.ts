import { accepted, refused, type Checked } from './checked.ts'
import { bare, weightedSum } from './weighted_sum.ts'

const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]

/** Checks a tax number (NIP), given with or without PL, hyphens and spaces; the value is ten digits. */
export function checkNip(text: string): Checked<string, 'length' | 'checksum'> {
  const number = bare(text).replace(/^PL/i, '')
  if (!/^\d{10}$/.test(number)) return refused('length')
  // A remainder of 10 has no digit: such numbers are never issued. Nor is the one of zeros.
  const wrong = weightedSum(number, weights) % 11 !== Number(number[9]) || Number(number) === 0
  return wrong ? refused('checksum') : accepted(number)
}

/** `1234563218` → `123-456-32-18`. */
export const formatNip = (number: string): string =>
  number.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1-$2-$3-$4')
