import { accepted, refused, type Checked } from './checked.ts'
import { isDay } from './is_day.ts'
import { bare, weightedSum } from './weighted_sum.ts'

export type Sex = 'F' | 'M'

export interface Pesel {
  number: string
  birthDate: string
  sex: Sex
}

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
/** Centuries by the pair of tens that is added to the month. */
const centuries = [1900, 2000, 2100, 2200, 1800]

/**
 * Checks a PESEL in the order length, checksum, date (act of 24 Sept. 2010 on population registration, art. 15–18).
 * Numbers given with the UKR status look the same.
 */
export function checkPesel(text: string): Checked<Pesel, 'length' | 'checksum' | 'date'> {
  const number = bare(text)
  if (!/^\d{11}$/.test(number)) return refused('length')
  if (checkDigit(number) !== Number(number[10])) return refused('checksum')
  const birthDate = dateIn(number)
  if (!isDay(birthDate)) return refused('date')
  return accepted({ number, birthDate, sex: Number(number[9]) % 2 === 1 ? 'M' : 'F' })
}

/** A disagreement is a warning that can be confirmed with a reason: a few genuine numbers contradict documents. */
export function peselWarnings(
  pesel: Pesel,
  declared: { birthDate?: string | null; sex?: Sex | null }
): ('birthDateMismatch' | 'sexMismatch')[] {
  const warnings: ('birthDateMismatch' | 'sexMismatch')[] = []
  if (declared.birthDate && declared.birthDate !== pesel.birthDate) warnings.push('birthDateMismatch')
  if (declared.sex && declared.sex !== pesel.sex) warnings.push('sexMismatch')
  return warnings
}

/** `13251701246` → `132517*****`: what people without the right to the number see. */
export const maskPesel = (number: string): string => number.slice(0, 6).padEnd(number.length, '*')

/** The number for a birth date (1800–2299) and a four-digit serial, whose last digit is odd for men. */
export function composePesel(birthDate: string, serial: number): string {
  const [year, month, day] = birthDate.split('-') as [string, string, string]
  const century = centuries.indexOf(Math.floor(Number(year) / 100) * 100)
  if (century < 0 || serial < 0 || serial > 9999) throw new Error('E_PESEL_RANGE: no such number')
  const digits = `${year.slice(2)}${pad(Number(month) + century * 20, 2)}${day}${pad(serial, 4)}`
  return `${digits}${checkDigit(digits)}`
}

const checkDigit = (number: string) => (10 - (weightedSum(number, weights) % 10)) % 10

function dateIn(number: string): string {
  const coded = Number(number.slice(2, 4))
  const year = centuries[Math.floor(coded / 20)]! + Number(number.slice(0, 2))
  return `${year}-${pad(coded % 20, 2)}-${number.slice(4, 6)}`
}

const pad = (value: number, width: number) => String(value).padStart(width, '0')
