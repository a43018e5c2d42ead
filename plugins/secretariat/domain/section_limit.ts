const LIMITED_GRADES = [1, 2, 3]

/** Whether a section's size is limited by law: grades 1–3 of general primary sections. */
export const isLimited = (section: { gradeLevel: number; kind: string }): boolean =>
  LIMITED_GRADES.includes(section.gradeLevel) && section.kind === 'general'

/** Whether a section with `count` pupils is over the limit. It is a warning: a basis may be recorded (rule 5). */
export const isOverLimit = (
  section: { gradeLevel: number; kind: string },
  count: number,
  limit: number
): boolean => isLimited(section) && count > limit
