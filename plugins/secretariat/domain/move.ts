import { schoolYearOf } from '@unia/platform/values'

export type MoveRefusal = 'same_section' | 'other_year' | 'before_current'

/** Whether a pupil may pass from one section to another from a day; null when nothing speaks against it. */
export function moveRefusal(
  current: { sectionId: string; validFrom: string } | null,
  target: { id: string; schoolYear: number },
  from: string
): MoveRefusal | null {
  if (schoolYearOf(from) !== target.schoolYear) return 'other_year'
  if (!current) return null
  if (current.sectionId === target.id) return 'same_section'
  return from <= current.validFrom ? 'before_current' : null
}
