import { accepted, refused, type Checked } from './checked.ts'
import { bare } from './weighted_sum.ts'

/** Checks a Polish account number (NRB), with or without PL and spaces; the value is 26 digits. */
export function checkNrb(text: string): Checked<string, 'length' | 'checksum'> {
  const number = bare(text).replace(/^PL/i, '')
  if (!/^\d{26}$/.test(number)) return refused('length')
  return remainder(`PL${number}`) === 1n ? accepted(number) : refused('checksum')
}

/** Checks an account number of any country (ISO 13616, mod 97); a Polish one must have 26 digits. */
export function checkIban(text: string): Checked<string, 'length' | 'checksum'> {
  const iban = bare(text).toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return refused('length')
  if (iban.startsWith('PL') && !/^PL\d{26}$/.test(iban)) return refused('length')
  return remainder(iban) === 1n ? accepted(iban) : refused('checksum')
}

/** `61109010140000071219812874` → `61 1090 1014 0000 0712 1981 2874`. */
export const formatNrb = (number: string): string =>
  `${number.slice(0, 2)} ${number
    .slice(2)
    .match(/.{1,4}/g)!
    .join(' ')}`

function remainder(iban: string): bigint {
  const moved = iban.slice(4) + iban.slice(0, 4)
  return BigInt(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n
}
