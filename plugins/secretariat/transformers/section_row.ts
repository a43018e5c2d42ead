import { isOverLimit } from '#secretariat/domain/section_limit'
import type { SectionRow } from '#secretariat/queries/section_list'

/** A section with its size, and whether that is over the limit of its grade. */
export const sectionRow = (row: SectionRow, limit: number) => ({
  id: row.id,
  name: row.name,
  gradeLevel: row.grade_level,
  symbol: row.symbol,
  kind: row.kind,
  schoolYear: row.school_year,
  unitId: row.unit_id,
  unit: row.unit,
  pupils: row.pupils,
  overLimit: isOverLimit({ gradeLevel: row.grade_level, kind: row.kind }, row.pupils, limit),
})

export type SectionListRow = ReturnType<typeof sectionRow>
