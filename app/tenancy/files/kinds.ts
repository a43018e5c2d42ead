/** Kinds of unit, in the order in which the city lists them. */
export const unitKinds = [
  'preschool',
  'primary',
  'general_secondary',
  'technical',
  'special',
  'continuing_education',
  'dormitory',
  'youth_culture_centre',
  'counselling',
  'shared_service',
  'city_office',
] as const

export type UnitKind = (typeof unitKinds)[number]
