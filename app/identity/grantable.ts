import { roleRank, ROLES, type Role } from '../access/roles.ts'
import { schoolYearDays, schoolYearOf } from '../values/school_year.ts'
import type { Day } from '../values/days.ts'

const GRANTABLE_LEVELS = ['tenant', 'unit', 'class']

/**
 * Roles that somebody acting as `acting` may hand out in the own unit: below the own rank, and neither the city's nor
 * those that follow facts kept elsewhere, like guardian or pupil (portal-and-users, rule 3, P7).
 */
export const grantableRoles = (acting: string): Role[] =>
  (Object.keys(ROLES) as Role[]).filter(
    (role) => GRANTABLE_LEVELS.includes(ROLES[role]) && roleRank(role) > roleRank(acting)
  )

/** A role given by hand ends with the school year at the latest (portal-and-users, rule 1). */
export const latestGrantDay = (today: Day): Day => schoolYearDays(schoolYearOf(today)).to
