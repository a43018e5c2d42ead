import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { TenantDatabase } from '../tenancy/tenant_database.ts'
import { withCorrelation } from '../bus/correlation.ts'
import { registry } from '../plugins/registry.ts'
import { tenants } from '../tenancy/tenants.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { currentScope } from '../tenancy/scope.ts'
import { actorOf } from './actor.ts'
import { CityPlace, UnitPlace } from './place.ts'
import {
  Forbidden,
  LogInNeeded,
  NotFound,
  SecondFactorMissing,
  SecondFactorNeeded,
  StepUpNeeded,
} from './errors.ts'
import { lacksSecondFactor } from '../identity/second_factor_duty.ts'
import { ROLES, type Role } from './roles.ts'
import { isSteppedUp } from './step_up.ts'

export interface Access {
  place: 'public' | 'person' | 'unit' | 'city'
  can?: string
  stepUp?: boolean
  plugin?: string | null
}

export interface Guard {
  (ctx: HttpContext, next: () => Promise<void>): Promise<unknown>
  access: Access
}

/**
 * The one gate before every route. Order matters: nothing opens a transaction before it is clear that the person may
 * be here; an unknown unit, a foreign unit and a plugin that is off look the same from outside.
 */
export function guard(access: Access): Guard {
  const gate = async (ctx: HttpContext, next: () => Promise<void>) => {
    if (access.place === 'public') return next()
    if (!ctx.identity) throw new LogInNeeded()
    if (ctx.identity.session.needsSecondFactor) throw new SecondFactorNeeded()
    if (access.stepUp && !isSteppedUp(ctx.identity.session)) throw new StepUpNeeded()
    if (access.place === 'person') return next()
    if (lacksSecondFactor(ctx.identity)) throw new SecondFactorMissing()
    return access.place === 'city' ? enterCity(ctx, access, next) : enterUnit(ctx, access, next)
  }
  return Object.assign(gate, { access })
}

async function enterUnit(ctx: HttpContext, access: Access, next: () => Promise<void>) {
  const tenant = tenants.bySlug(ctx.params.unit)
  const roles = tenant ? ctx.identity!.rolesIn(tenant.id) : []
  if (!tenant || tenant.status !== 'open' || roles.length === 0) {
    if (tenant) await logCrossing(ctx, tenant.id)
    throw new NotFound()
  }
  const acting = ctx.identity!.actingRole(tenant.slug, roles)
  ctx.place = new UnitPlace(tenant, roleFor(access.can, acting, roles), roles)
  if (access.plugin && !registry.isActive(access.plugin, tenant.id)) throw new NotFound()
  if (access.can && !ctx.place.can(access.can)) throw new Forbidden()
  const readOnly = ctx.request.method() === 'GET' || ctx.request.method() === 'HEAD'
  const correlation = { correlationId: ctx.request.id() ?? randomUUID() }
  return database().inTenant(tenant.id, { ...actorOf(ctx, ctx.place.role), readOnly }, () =>
    withCorrelation(correlation, next)
  )
}

async function enterCity(ctx: HttpContext, access: Access, next: () => Promise<void>) {
  const roles = ctx.identity!.cityRoles()
  if (roles.length === 0) throw new NotFound()
  ctx.place = new CityPlace(ctx.identity!.actingRole('city', roles), roles)
  if (access.can && !ctx.place.can(access.can)) throw new Forbidden()
  return database().inCity(actorOf(ctx, ctx.place.role), async () => {
    await next()
  })
}

/** Pages about one's own children open as their parent, also for who works in the same school under another role. */
function roleFor(permission: string | undefined, acting: string, held: string[]): string {
  if (!permission || registry.roleMay(acting, permission)) return acting
  if (registry.permission(permission)?.level !== 'self') return acting
  return held.find((role) => ROLES[role as Role] === 'self' && registry.roleMay(role, permission)) ?? acting
}

/** Marks the running scope as failed; the exception handler calls it because AdonisJS keeps errors from middleware. */
export function failScope(error: unknown) {
  const scope = currentScope()
  if (scope && !scope.closed) scope.fail(error)
}

const database = () => db as unknown as TenantDatabase

/** Somebody tried a unit where they hold no role: the trail of that unit shows it. */
async function logCrossing(ctx: HttpContext, tenantId: number) {
  await systemClient().rawQuery(`select core.access_log_crossing(?, ?, ?, ?)`, [
    tenantId,
    ctx.identity!.accountId,
    ctx.request.ip(),
    ctx.request.url().slice(0, 200),
  ])
}
