import { DateTime } from 'luxon'
import { panosFault, fault, type PanosSubject } from './subject.ts'

const ZONE = 'Europe/Warsaw'
export const SKEW_S = 600

/** The clock of the firewall, in its own zone. */
export function clockOf(subject: PanosSubject): DateTime {
  const own = panosFault(subject, 'clockSkew')
  const skew = own === true ? SKEW_S : Number(own ?? fault(subject, 'clockSkewS') ?? 0)
  return DateTime.now().setZone(ZONE).setLocale('en').plus({ seconds: skew })
}

/** `Mon Nov 23 10:00:07 2026` */
export const ctime = (at: DateTime) => at.toFormat(`ccc LLL ${at.day < 10 ? '\u0020' : ''}d HH:mm:ss yyyy`)
