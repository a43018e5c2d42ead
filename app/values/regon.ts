import { accepted, refused, type Checked } from './checked.ts'
import { bare, weightedSum } from './weighted_sum.ts'

const nine = [8, 9, 2, 3, 4, 5, 6, 7]
const fourteen = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]

/** Checks a REGON of 9 digits, or of 14 for a local unit, whose first nine are a REGON of their own. */
export function checkRegon(text: string): Checked<string, 'length' | 'checksum'> {
  const number = bare(text)
  if (!/^(\d{9}|\d{14})$/.test(number)) return refused('length')
  const right = holds(number, nine) && (number.length === 9 || holds(number, fourteen))
  return right ? accepted(number) : refused('checksum')
}

/** The control digit follows the weighted ones; a remainder of 10 is written 0. */
const holds = (number: string, weights: number[]) =>
  (weightedSum(number, weights) % 11) % 10 === Number(number[weights.length])
