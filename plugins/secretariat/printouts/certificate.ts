import type { Letterhead } from '@unia/platform/printouts'

/** One "zaświadczenie, że jest uczniem". Dates are `YYYY-MM-DD`; what is left out is not printed. */
export interface Certificate {
  head: Letterhead
  pupil: { name: string; sex: 'f' | 'm'; bornOn: string; bornIn?: string; pesel?: string }
  /** As shown: `2026/2027`. */
  schoolYear: string
  /** As spoken: `4b`. */
  section: string
  studiesUntil?: string
  /** After "w celu przedłożenia": `w Zakładzie Ubezpieczeń Społecznych`. */
  purpose?: string
  signatory: { name: string; role: string }
}

/** One page for each certificate. */
export interface CertificateData {
  certificates: Certificate[]
}

export const certificateTemplate = new URL('./certificate.typ', import.meta.url)
