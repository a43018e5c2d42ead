import type { SectionRow } from '#secretariat/queries/section_list'

/** Sections for a choice; the component is named where there are several. */
export function sectionChoices(rows: SectionRow[]): { value: string; label: string }[] {
  const several = new Set(rows.map((row) => row.unit_id)).size > 1
  return rows.map((row) => ({ value: row.id, label: several ? `${row.name} · ${row.unit}` : row.name }))
}
