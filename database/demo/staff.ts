import type { UnitKind } from '../../app/tenancy/files/kinds.ts'
import type { SectionPlan, StaffRole, UnitPlan } from './plan.ts'

interface Ratios {
  teacher: StaffRole
  /** Teachers a pupil. */
  teachers: number
  /** Other employees a pupil. */
  others: number
}

const school: Ratios = { teacher: 'teacher', teachers: 0.104, others: 0.026 }
const ratios: Partial<Record<UnitKind, Ratios>> = {
  preschool: { teacher: 'preschool_teacher', teachers: 0.092, others: 0.068 },
  special: { teacher: 'teacher', teachers: 0.38, others: 0.16 },
  dormitory: { teacher: 'boarding_tutor', teachers: 0.06, others: 0.06 },
  youth_culture_centre: { teacher: 'teacher', teachers: 0.03, others: 0.01 },
}

/** Units without pupils have staff by themselves. */
const fixed: Partial<Record<UnitKind, [StaffRole, number][]>> = {
  counselling: [
    ['director', 1],
    ['deputy_director', 1],
    ['secretary', 2],
    ['psychologist', 14],
    ['teacher', 10],
    ['employee', 2],
  ],
  shared_service: [
    ['director', 1],
    ['deputy_director', 2],
    ['secretary', 2],
    ['accountant', 70],
    ['employee', 25],
  ],
  city_office: [
    ['director', 1],
    ['deputy_director', 2],
    ['city_officer', 42],
  ],
}

/** Staff by role. `pupils` is the full size of the unit, `present` how many are there at this scale. */
export function planStaff(
  kind: UnitKind,
  pupils: number,
  sections: SectionPlan[],
  scale: number
): UnitPlan['staff'] {
  const set = fixed[kind]
  if (set) return set.map(([role, count]) => ({ role, count: scaled(count, scale) }))
  const { teacher, teachers, others } = ratios[kind] ?? school
  const few = kind === 'preschool' || kind === 'dormitory'
  const counts: [StaffRole, number][] = [
    ['director', 1],
    ['deputy_director', few ? (pupils > 120 ? 1 : 0) : Math.ceil(pupils / 450)],
    ['secretary', Math.max(1, Math.round((scale * pupils) / 350))],
    ['psychologist', few ? 0 : Math.max(1, Math.round((scale * pupils) / 400))],
    [teacher, Math.max(sections.length + (few ? 2 : 5), Math.round(pupils * teachers * scale))],
    ['librarian', few || kind === 'youth_culture_centre' ? 0 : 1],
    ['catering_clerk', kind === 'youth_culture_centre' ? 0 : 1],
    ['building_manager', 1],
    ['employee', Math.max(2, Math.round(pupils * others * scale))],
  ]
  return counts.filter(([, count]) => count > 0).map(([role, count]) => ({ role, count }))
}

const scaled = (count: number, scale: number) =>
  Math.max(1, Math.round(count * Math.min(1, Math.max(scale, 0.2))))
