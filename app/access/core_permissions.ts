import type { Permission } from '../plugins/manifest.ts'

const CITY_ALL = [
  'city_admin',
  'city_officer',
  'it_operator',
  'auditor',
  'helpdesk',
  'programme_officer',
] as const
const UNIT_ALL = [
  ...[
    'director',
    'deputy_director',
    'unit_admin',
    'hr_clerk',
    'payroll_clerk',
    'chief_accountant',
    'accountant',
  ],
  ...[
    'cashier',
    'shared_service',
    'planner',
    'librarian',
    'catering_clerk',
    'building_manager',
    'registry_clerk',
  ],
  ...['archivist', 'area_leader', 'editor', 'bip_editor', 'secretary', 'psychologist', 'teacher', 'tutor'],
  ...['preschool_teacher', 'boarding_tutor', 'employee', 'former_employee', 'guardian', 'pupil'],
] as Permission['roles']

/** Rights to the pages of the core itself. */
export const CORE_PERMISSIONS: Record<string, Permission> = {
  'core.home.view': { level: 'self', roles: UNIT_ALL },
  'core.plugin.view': { level: 'tenant', roles: ['director', 'deputy_director', 'unit_admin'] },
  'core.plugin.switch': { level: 'tenant', risk: 'irreversible', roles: ['director', 'unit_admin'] },
  'core.audit.view': { level: 'tenant', risk: 'personal', roles: ['director', 'unit_admin'] },
  'core.job.view': { level: 'self', roles: UNIT_ALL },
  'core.membership.view': {
    level: 'tenant',
    risk: 'personal',
    roles: ['director', 'deputy_director', 'unit_admin'],
  },
  'core.membership.grant': { level: 'tenant', risk: 'personal', roles: ['director', 'unit_admin'] },
  'core.city.view': { level: 'city', roles: [...CITY_ALL] },
  'core.city_plugin.view': {
    level: 'city',
    roles: ['city_admin', 'it_operator', 'programme_officer', 'auditor'],
  },
  'core.city_audit.view': { level: 'city', risk: 'personal', roles: ['city_admin', 'auditor'] },
  'core.city_role.view': {
    level: 'city',
    risk: 'personal',
    roles: ['city_admin', 'auditor', 'security_officer'],
  },
  'core.city_role.grant': { level: 'city', risk: 'personal', roles: ['city_admin'] },
  'core.parameter.view': { level: 'city', roles: ['city_admin', 'city_officer', 'auditor'] },
  'core.parameter.change': { level: 'city', risk: 'financial', roles: ['city_admin'] },
  'core.bus.view': { level: 'city', roles: ['city_admin', 'it_operator'] },
  'core.bus.redrive': { level: 'city', risk: 'irreversible', roles: ['city_admin', 'it_operator'] },
}
