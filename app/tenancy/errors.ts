import { Exception } from '@adonisjs/core/exceptions'

/** A query on tenant data where no tenant is bound. */
export class NoTenantScope extends Exception {
  static status = 500
  static code = 'E_NO_TENANT_SCOPE'
  static message = 'No tenant is bound here: run this inside a tenant scope'
}

/** Work that outlives its request or job and queries afterwards. */
export class TenantScopeClosed extends Exception {
  static status = 500
  static code = 'E_TENANT_SCOPE_CLOSED'
  static message = 'The tenant scope is over: await all work, or hand it to a job'
}

/** A scope for another tenant, or another kind of scope, opened inside a running one. */
export class NestedTenantScope extends Exception {
  static status = 500
  static code = 'E_NESTED_TENANT_SCOPE'
  static message = 'One transaction never spans two tenants'
}
