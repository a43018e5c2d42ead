import type { VerificationMark } from './verification_mark.ts'

/** Data that `templates/letterhead.typ` prints around every document of a unit. Dates are `YYYY-MM-DD`. */
export interface Letterhead {
  unit: { name: string; patron?: string; street: string; postcode: string; city: string; contact?: string }
  place: string
  date: string
  number: string
  verification?: VerificationMark
}
