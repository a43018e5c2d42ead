/** The way of a fibre link into service, in order (specification, section 1). */
export const STAGES = [
  'planned',
  'route_agreed',
  'cabinet_installed',
  'documented',
  'protocol_signed',
  'testing',
  'tests_passed',
  'active',
] as const

/** Every state of a link: the stages, and what may happen beside the way. */
export const LINK_STATES = [...STAGES, 'rework', 'suspended', 'decommissioned'] as const

export type LinkState = (typeof LINK_STATES)[number]
