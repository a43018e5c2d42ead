import { SECOND_FACTOR_ROLES } from '../access/roles.ts'
import type { Identity } from './identity.ts'

/** Whether a role held anywhere demands a second factor (portal-and-users, rule 5). Demo accounts are spared. */
export const mustHaveSecondFactor = (identity: Identity): boolean =>
  !identity.isDemo && identity.memberships.some(({ role }) => SECOND_FACTOR_ROLES.includes(role as never))

export const lacksSecondFactor = (identity: Identity): boolean =>
  !identity.hasSecondFactor && mustHaveSecondFactor(identity)
