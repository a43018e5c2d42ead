import { registry } from '../plugins/registry.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { Forbidden } from './errors.ts'

/** Where a request acts, as whom, and what that role may do there. */
export interface Place {
  readonly tenant: Tenant | null
  /** Address of the place: the unit's slug, or `city`. */
  readonly slug: string
  readonly role: string
  /** All roles the person holds here; only `role` counts. */
  readonly roles: string[]
  can(permission: string): boolean
  /** Throws E_FORBIDDEN when the acting role lacks the permission. */
  authorize(permission: string): void
}

export class UnitPlace implements Place {
  constructor(
    readonly tenant: Tenant,
    readonly role: string,
    readonly roles: string[]
  ) {}

  get slug() {
    return this.tenant.slug
  }

  can(permission: string) {
    return registry.roleMay(this.role, permission) && registry.isPermissionAlive(permission, this.tenant.id)
  }

  authorize(permission: string) {
    if (!this.can(permission)) throw new Forbidden()
  }
}

export class CityPlace implements Place {
  readonly tenant = null
  readonly slug = 'city'
  constructor(
    readonly role: string,
    readonly roles: string[]
  ) {}

  can(permission: string) {
    return registry.roleMay(this.role, permission)
  }

  authorize(permission: string) {
    if (!this.can(permission)) throw new Forbidden()
  }
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Set by the guard of unit and city routes. */
    place?: Place
  }
}
