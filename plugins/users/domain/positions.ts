import { addDays } from '@unia/platform/values'
import type { Holder } from '@unia/platform/memberships'

/** Posts that give a role by themselves; secretary, planner and the like are granted by hand (rule 1). */
export const POSITIONS = [
  ...['teacher', 'preschool_teacher', 'boarding_tutor', 'psychologist'],
  ...['librarian', 'catering_clerk', 'building_manager', 'employee'],
] as const

export type Position = (typeof POSITIONS)[number]

export const isPosition = (text: unknown): text is Position => POSITIONS.includes(text as Position)

export interface EmploymentFact {
  personId: string
  position: Position
  from: string
  /** Last day of the contract; null while it has none. */
  to: string | null
}

/** The post while the contract lasts; from the day after, the way to one's own payslips and nothing else (P5). */
export function rolesOf({ personId, position, from, to }: EmploymentFact): Holder[] {
  const post = { personId, role: position, from, to }
  return to === null ? [post] : [post, { personId, role: 'former_employee', from: addDays(to, 1), to: null }]
}
