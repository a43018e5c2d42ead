/** Events the core itself publishes (domain README, section 3). */
export const CORE_EVENTS = [
  ...['created', 'closed', 'renamed'].map((fact) => `tenancy.unit.${fact}`),
  ...['created', 'merged', 'split'].map((fact) => `identity.person.${fact}`),
  ...['invited', 'activated', 'disabled', 'email_changed'].map((fact) => `identity.account.${fact}`),
  ...['granted', 'ended'].map((fact) => `identity.membership.${fact}`),
  'identity.session.revoked',
  'access.role.changed',
  ...['opened', 'resolved'].map((fact) => `bus.dead_letter.${fact}`),
  'bus.breaker.opened',
  'bus.lag.exceeded',
  'bus.reconciliation.failed',
  'bus.schema.deprecated',
]
