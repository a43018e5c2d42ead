import { defineContract } from '@unia/platform/contracts'
import { defineEvent } from '@unia/platform/bus'
import { id } from './fields.ts'
import type { PupilDto } from './pupils.ts'

export interface SectionDto {
  id: string
  unitId: string
  schoolYear: number
  gradeLevel: number
  symbol: string
  name: string
  tutorId: string | null
}

export interface SectionMemberDto extends PupilDto {
  rollNumber: number | null
}

/** Sections of this unit and who belongs to them on a day. */
export interface Sections {
  /** Those of the school year the day falls in. */
  sectionsOn(day: string): Promise<SectionDto[]>
  /** By section id, in the order of roll numbers. */
  membersOf(sectionIds: string[], day: string): Promise<Map<string, SectionMemberDto[]>>
}

export const Sections = defineContract<Sections>('secretariat.sections')

export const sectionCreated = defineEvent({
  type: 'secretariat.section.created',
  version: 1,
  schema: {
    type: 'object',
    required: ['sectionId', 'unitId', 'schoolYear'],
    properties: { sectionId: id, unitId: id, schoolYear: { type: 'integer' } },
    additionalProperties: false,
  },
})
