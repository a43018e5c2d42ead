import type { Permission } from '@unia/platform/plugins'

type Roles = Permission['roles']

/** Who sees the network of the whole city. */
export const CITY_VIEWERS: Roles = ['it_operator', 'city_admin', 'security_officer', 'auditor']

/** Who sees the network of the unit where they hold the role. */
export const UNIT_VIEWERS: Roles = ['director', 'deputy_director', 'unit_admin']

/** Who reads the messages of all devices. */
export const EVENT_VIEWERS: Roles = ['it_operator', 'security_officer', 'auditor']
