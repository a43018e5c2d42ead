import vine from '@vinejs/vine'

export const SECTION_KINDS = [
  'general',
  'integrated',
  'special',
  'sports',
  'bilingual',
  'preparatory',
  'preschool',
] as const

export const sectionValidator = vine.create({
  unitId: vine.string().uuid(),
  schoolYear: vine.number().range([2000, 2100]).withoutDecimals(),
  gradeLevel: vine.number().range([0, 8]).withoutDecimals(),
  symbol: vine.string().trim().minLength(1).maxLength(4),
  kind: vine.enum(SECTION_KINDS),
})

/** The year and the level stay: what was taught refers to them. */
export const sectionChangeValidator = vine.create({
  symbol: vine.string().trim().minLength(1).maxLength(4),
  kind: vine.enum(SECTION_KINDS),
})
