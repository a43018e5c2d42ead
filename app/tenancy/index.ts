export { defineTenant } from './files/define_tenant.ts'
export type * from './files/define_tenant.ts'
export { defineProfile, type TenantProfile } from './files/define_profile.ts'
export { unitKinds, type UnitKind } from './files/kinds.ts'
