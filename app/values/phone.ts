import { accepted, refused, type Checked } from './checked.ts'

/** Checks a telephone number and brings it to E.164; without a country code it is Polish (nine digits). */
export function checkPhone(text: string): Checked<string, 'format'> {
  const typed = text.replace(/[\s().\-/]/g, '').replace(/^00/, '+')
  const number = /^(48)?[1-9]\d{8}$/.test(typed) ? `+48${typed.slice(-9)}` : typed
  const right = number.startsWith('+48') ? /^\+48[1-9]\d{8}$/ : /^\+[1-9]\d{6,14}$/
  return right.test(number) ? accepted(number) : refused('format')
}

/** `+48601234567` → `+48 601 234 567`; numbers of other countries stay as they are. */
export const formatPhone = (number: string): string =>
  number.replace(/^\+48(\d{3})(\d{3})(\d{3})$/, '+48 $1 $2 $3')
