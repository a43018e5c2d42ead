/** A class list to write on. Dates are `YYYY-MM-DD`. */
export interface ClassList {
  unit: { name: string; patron?: string; street: string; postcode: string; city: string }
  /** As spoken: `4b`. */
  section: string
  /** As shown: `2026/2027`. */
  schoolYear: string
  pupils: { rollNumber: number | null; name: string }[]
}

/** One page for each section; `date` says of which day the lists are. */
export interface ClassListData {
  date: string
  lists: ClassList[]
}

export const classListTemplate = new URL('./class_list.typ', import.meta.url)
