import type { HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import { actorOf } from '../access/actor.ts'
import { UnitPlace } from '../access/place.ts'
import { registry } from '../plugins/registry.ts'
import { inTenant } from '../tenancy/tenancy.ts'
import { tenants, type Tenant } from '../tenancy/tenants.ts'
import type { ChildPart, FamilyContext, FamilySlot } from './family_part.ts'
import type { HomeCardContent } from './home_card.ts'
import { byDeadline, shownFigures, shownNeeds, type Need } from './home_page.ts'

export interface ChildView {
  pupilId: string
  name: string
  group: string | null
  unitSlug: string
  unitName: string
  href: string | null
  figures: HomeCardContent['figures']
  needs: Need[]
}

export interface FamilyHome {
  children: ChildView[]
  /** Units whose part could not be read. */
  unavailable: string[]
}

const FAMILY_ROLES = ['guardian', 'pupil']

export const isFamilyRole = (role: string) => FAMILY_ROLES.includes(role)

/** Roles of a family the person holds, by unit. */
export const familyPlaces = (ctx: HttpContext): { tenant: Tenant; role: string }[] =>
  ctx.identity!.places().flatMap(({ slug, roles }) => {
    const role = FAMILY_ROLES.find((one) => roles.includes(one))
    return role ? [{ tenant: tenants.bySlug(slug)!, role }] : []
  })

/** Every child of the person in every unit. Each unit is read in a transaction of its own, bound to that unit. */
export async function familyHome(ctx: HttpContext): Promise<FamilyHome> {
  const home: FamilyHome = { children: [], unavailable: [] }
  for (const { tenant, role } of familyPlaces(ctx)) {
    try {
      home.children.push(...(await childrenIn(ctx, tenant, role)))
    } catch (error) {
      ctx.logger.error({ err: error, tenant: tenant.slug }, 'family home failed')
      home.unavailable.push(tenant.name)
    }
  }
  return home
}

async function childrenIn(ctx: HttpContext, tenant: Tenant, role: string): Promise<ChildView[]> {
  const place = new UnitPlace(tenant, role, [role])
  const context: FamilyContext = {
    ...{ tenantId: tenant.id, tenantSlug: tenant.slug, personId: ctx.identity!.person.id },
    can: (permission) => place.can(permission),
  }
  const options = { ...actorOf(ctx, role), readOnly: true }
  const parts = await inTenant(tenant.id, () => partsOf(slotsOf(place), context), options)
  return joinParts(parts).map((part) => childView(part, tenant, ctx.i18n))
}

const slotsOf = (place: UnitPlace): FamilySlot[] =>
  registry
    .activeIn(place.tenant.id)
    .flatMap(({ family }) => family ?? [])
    .filter(({ permission }) => place.can(permission))
    .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))

async function partsOf(slots: FamilySlot[], context: FamilyContext): Promise<ChildPart[]> {
  const parts: ChildPart[] = []
  for (const slot of slots) {
    const { default: load } = await slot.load()
    parts.push(...(await load(context)))
  }
  return parts
}

/** What several plugins say about a child becomes one; a child that nobody names is not shown. */
export function joinParts(parts: ChildPart[]): ChildPart[] {
  const children = new Map<string, ChildPart>()
  for (const part of parts) {
    const known = children.get(part.pupilId)
    children.set(part.pupilId, {
      ...part,
      ...known,
      figures: [...(known?.figures ?? []), ...(part.figures ?? [])],
      needs: [...(known?.needs ?? []), ...(part.needs ?? [])],
    })
  }
  return [...children.values()].filter(({ name }) => name)
}

const childView = (part: ChildPart, tenant: Tenant, i18n: I18n): ChildView => ({
  ...{ pupilId: part.pupilId, name: part.name!, group: part.group ?? null, href: part.href ?? null },
  ...{ unitSlug: tenant.slug, unitName: tenant.name },
  figures: shownFigures(part.figures, i18n),
  needs: shownNeeds(part.needs, i18n).sort(byDeadline),
})
