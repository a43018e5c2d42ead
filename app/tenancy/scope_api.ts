export { attempt, inCity, inTenant } from './tenancy.ts'
export { currentTenantId } from './scope.ts'
