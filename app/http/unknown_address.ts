import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '../access/errors.ts'
import { CityPlace, UnitPlace, type Place } from '../access/place.ts'
import { tenants } from '../tenancy/tenants.ts'

/** An address that leads nowhere is answered inside the unit it begins with, when the person may be there. */
export function unknownAddress(ctx: HttpContext): never {
  ctx.place = placeNamed(ctx)
  throw new NotFound()
}

function placeNamed({ identity, request }: HttpContext): Place | undefined {
  const slug = request.url().split('/')[1]!
  if (!identity || identity.session.needsSecondFactor) return undefined
  const tenant = tenants.bySlug(slug)
  const roles =
    slug === 'city' ? identity.cityRoles() : tenant?.status === 'open' ? identity.rolesIn(tenant.id) : []
  if (roles.length === 0) return undefined
  const role = identity.actingRole(slug, roles)
  return tenant ? new UnitPlace(tenant, role, roles) : new CityPlace(role, roles)
}
