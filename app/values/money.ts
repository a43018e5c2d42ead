import { accepted, refused, type Checked } from './checked.ts'

/** Amounts are whole grosze. Fifteen digits fit `numeric(15,2)` and a safe integer alike. */
export type Grosze = bigint

const limit = 10n ** 15n
const noBreak = '\u00a0'

/**
 * Reads an amount as people type it: `1234,5`, `1 234,50 zł`, `1234.50`, `1.234,50`. `1.234` is refused, because it
 * can mean two things; so are more than two decimals.
 */
export function parseMoney(text: string): Checked<Grosze, 'format' | 'precision' | 'range'> {
  const typed = text
    .trim()
    .replace(/\s*(zł|PLN)$/i, '')
    .replace('−', '-')
  const parts =
    typed.match(/^([+-]?)\s?(\d+|\d{1,3}(?:[\s.]\d{3})+)(?:,(\d+))?$/) ?? typed.match(/^([+-]?)(\d+)\.(\d+)$/)
  if (!parts || /^[+-]?\d{1,3}(\.\d{3})+$/.test(typed)) return refused('format')
  const [, sign, whole, decimals = ''] = parts
  if (decimals.length > 2) return refused('precision')
  const grosze = BigInt(whole!.replace(/\D/g, '')) * 100n + BigInt(decimals.padEnd(2, '0'))
  return grosze < limit ? accepted(sign === '-' ? -grosze : grosze) : refused('range')
}

/** `123450n` → `1 234,50` with no-break spaces; the currency is added by {@link formatMoney}. */
export function formatAmount(grosze: Grosze | number): string {
  const [whole, decimals] = toDecimal(grosze).split('.') as [string, string]
  return `${whole.replace(/\B(?=(\d{3})+$)/g, noBreak)},${decimals}`
}

export const formatMoney = (grosze: Grosze | number): string => `${formatAmount(grosze)}${noBreak}zł`

/** `123450n` → `1234.50`, as PostgreSQL's `numeric` and JSON carry it. */
export function toDecimal(grosze: Grosze | number): string {
  const value = BigInt(grosze)
  const digits = String(value < 0n ? -value : value).padStart(3, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Reads what the database returns; throws E_NOT_MONEY on anything but at most two decimals. */
export function fromDecimal(decimal: string): Grosze {
  const parts = decimal.match(/^(-?)(\d+)(?:\.(\d{1,2}))?$/)
  if (!parts) throw new Error('E_NOT_MONEY: not an amount with at most two decimals')
  const grosze = BigInt(parts[2]!) * 100n + BigInt((parts[3] ?? '').padEnd(2, '0'))
  return parts[1] ? -grosze : grosze
}

/** `amount × numerator / denominator`, halves away from zero (half-up, as tax and payroll acts round). */
export function times(amount: Grosze, numerator: bigint, denominator = 1n): Grosze {
  if (denominator <= 0n) throw new Error('E_DENOMINATOR: must be positive')
  const product = amount * numerator
  const half = product < 0n ? -denominator : denominator
  return (product * 2n + half) / (denominator * 2n)
}

/** Splits an amount by weights without losing a grosz; what is left over goes to the largest remainders. */
export function split(amount: Grosze, weights: bigint[]): Grosze[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n)
  if (sum <= 0n || weights.some((weight) => weight < 0n))
    throw new Error('E_WEIGHTS: must have a positive sum')
  const sign = amount < 0n ? -1n : 1n
  const whole = amount * sign
  const shares = weights.map((weight) => (whole * weight) / sum)
  const left = Number(whole - shares.reduce((total, share) => total + share, 0n))
  weights
    .map((weight, index) => ({ index, rest: (whole * weight) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
    .slice(0, left)
    .forEach(({ index }) => (shares[index]! += 1n))
  return shares.map((share) => share * sign)
}
