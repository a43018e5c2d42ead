/** Roles of the city's education, by the level at which they act (domain glossary, section 5). */
export const ROLES = {
  city_admin: 'city',
  city_officer: 'city',
  city_finance: 'city',
  it_operator: 'city',
  programme_officer: 'city',
  helpdesk: 'city',
  auditor: 'city',
  data_protection_officer: 'city',
  security_officer: 'city',
  accessibility_officer: 'city',
  supplier: 'city',
  director: 'tenant',
  deputy_director: 'tenant',
  unit_admin: 'tenant',
  hr_clerk: 'tenant',
  payroll_clerk: 'tenant',
  chief_accountant: 'tenant',
  accountant: 'tenant',
  cashier: 'tenant',
  shared_service: 'tenant',
  planner: 'tenant',
  librarian: 'tenant',
  catering_clerk: 'tenant',
  building_manager: 'tenant',
  registry_clerk: 'tenant',
  archivist: 'tenant',
  area_leader: 'tenant',
  editor: 'tenant',
  bip_editor: 'tenant',
  secretary: 'unit',
  psychologist: 'unit',
  teacher: 'class',
  tutor: 'class',
  preschool_teacher: 'class',
  boarding_tutor: 'class',
  employee: 'self',
  former_employee: 'self',
  guardian: 'self',
  pupil: 'self',
  resident: 'self',
  operator: 'self',
  employer: 'self',
} as const

export type Role = keyof typeof ROLES
export type Level = 'city' | 'tenant' | 'unit' | 'class' | 'self'

export const isRole = (role: string): role is Role => Object.hasOwn(ROLES, role)
export const isCityRole = (role: string) => isRole(role) && ROLES[role] === 'city'

/** In a unit a person acts as one role at a time; the first of these they hold is proposed. */
export const roleRank = (role: string) => Object.keys(ROLES).indexOf(role)

/** Roles that must prove a second factor at log-in (portal-and-users, rule 5). */
export const SECOND_FACTOR_ROLES: Role[] = [
  ...(Object.keys(ROLES).filter((role) => ROLES[role as Role] === 'city') as Role[]),
  'director',
  'deputy_director',
  'unit_admin',
  'secretary',
  'psychologist',
  'planner',
  'hr_clerk',
  'payroll_clerk',
]
