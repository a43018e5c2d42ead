import { schoolYearOf } from '@unia/platform/values'
import type { SectionDto, SectionMemberDto, Sections } from '#secretariat/contract'
import { sectionsOf } from '#secretariat/queries/section_list'
import { membersOn } from '#secretariat/queries/section_members'

export default class SectionsOfUnit implements Sections {
  async sectionsOn(day: string): Promise<SectionDto[]> {
    const rows = await sectionsOf(schoolYearOf(day), day)
    return rows.map(({ id, name, symbol, ...row }) => ({
      ...{ id, name, symbol },
      unitId: row.unit_id,
      schoolYear: row.school_year,
      gradeLevel: row.grade_level,
      tutorId: row.tutor_id,
    }))
  }

  async membersOf(sectionIds: string[], day: string): Promise<Map<string, SectionMemberDto[]>> {
    const rows = await membersOn(sectionIds, day)
    const found = Map.groupBy(rows, (row) => row.section_id)
    return new Map(
      sectionIds.map((section) => [
        section,
        (found.get(section) ?? []).map(({ id, surname, ...row }) => ({
          ...{ id, surname },
          personId: row.person_id,
          givenNames: row.given_names,
          rollNumber: row.roll_number,
        })),
      ])
    )
  }
}
