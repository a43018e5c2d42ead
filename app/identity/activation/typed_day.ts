import { isDay, type Day } from '../../values/days.ts'

/** A day as people type it on a phone: `4.05.2016`, `04 05 2016`, `04052016`, `2016-05-04`; null when it is none. */
export function typedDay(text: string): Day | null {
  const plain = text.trim()
  const [, year, month, day] =
    /^(\d{4})\D(\d{1,2})\D(\d{1,2})$/.exec(plain) ??
    rotated(/^(\d{1,2})\D+(\d{1,2})\D+(\d{4})\D*$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain)) ??
    []
  if (!year || !month || !day) return null
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : null
}

const rotated = (parts: RegExpExecArray | null) => parts && [parts[0], parts[3], parts[2], parts[1]]
