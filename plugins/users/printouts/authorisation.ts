export interface AuthorisationData {
  unit: { name: string; street: string; postcode: string; city: string }
  date: string
  citation: string
  name: string
  /** As spoken, in the language of the document. */
  role: string
  from: string
  to: string | null
}

export const authorisationTemplate = new URL('./authorisation.typ', import.meta.url)
