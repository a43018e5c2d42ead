export type SectionKind =
  | 'preschool_group'
  | 'general'
  | 'technical'
  | 'vocational'
  | 'music'
  | 'special'
  | 'adults'
  | 'boarding_group'
  | 'circle'

/** A class or group of a unit in the school year of the demo. */
export interface SectionPlan {
  /** `sp-21/5a`; unique in the city. */
  key: string
  /** Slug of the unit within the tenant. */
  unit: string
  kind: SectionKind
  /** 0 in preschools, boarding groups and circles. */
  gradeLevel: number
  /** 1–4 characters, unique within unit and level. */
  symbol: string
  /** What people call it: `5a`, `2TI`, `Biedronki`. */
  name: string
  size: number
  /** Most pupils were born in this year, or in one of the range. */
  birthYears: { from: number; to: number }
  /** Keys of pupils enrolled elsewhere, for boarding groups and circles; null where the pupils are the section's own. */
  members: string[] | null
}

export type StaffRole =
  | 'director'
  | 'deputy_director'
  | 'secretary'
  | 'psychologist'
  | 'teacher'
  | 'preschool_teacher'
  | 'boarding_tutor'
  | 'librarian'
  | 'catering_clerk'
  | 'building_manager'
  | 'accountant'
  | 'city_officer'
  | 'employee'

/** What one tenant is going to hold. */
export interface UnitPlan {
  tenant: string
  /** Block of PESEL serials, a number of its own for every tenant. */
  block: number
  schoolYear: number
  sections: SectionPlan[]
  staff: { role: StaffRole; count: number }[]
  /** Keys of pupils who board and therefore live outside the city. */
  boarders: ReadonlySet<string>
  /** Families of another tenant whose younger children come here. */
  siblingsOf: { plan: UnitPlan; from: number; count: number } | null
}
