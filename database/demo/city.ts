import type { TenantDeclaration } from '../../app/tenancy/files/define_tenant.ts'
import type { SectionPlan, UnitPlan } from './plan.ts'
import { Random } from './random.ts'
import { planKind, planSections } from './sections.ts'
import { planStaff } from './staff.ts'

export interface PlanOptions {
  /** Units of a complex that have files of their own. */
  components?: TenantDeclaration[]
  /** Block of PESEL serials, 0–165; {@link planCity} numbers tenants in the order of their slugs. */
  block?: number
  schoolYear?: number
}

/** School year of the demo city unless told otherwise. */
export const demoYear = 2026

/** What one tenant holds at a scale (1 = full): sections with sizes and staff by role. */
export function planUnit(tenant: TenantDeclaration, scale: number, options: PlanOptions = {}): UnitPlan {
  const { components = [], block = 0, schoolYear = demoYear } = options
  const sections = sectionsOf(tenant, components, scale, schoolYear)
  const whole = sectionsOf(tenant, components, 1, schoolYear).reduce((sum, { size }) => sum + size, 0)
  return {
    tenant: tenant.slug,
    block,
    schoolYear,
    sections,
    staff: planStaff(tenant.kind, whole, sections, scale),
    boarders: new Set(),
    siblingsOf: null,
  }
}

function sectionsOf(
  tenant: TenantDeclaration,
  components: TenantDeclaration[],
  scale: number,
  year: number
): SectionPlan[] {
  const living = components.filter(({ status }) => status !== 'merged')
  const parts = living.flatMap((unit) => planSections(unit, unit.pupilsEstimate, scale, year))
  const counted = living.reduce((sum, { pupilsEstimate }) => sum + (pupilsEstimate ?? 0), 0)
  const left = tenant.pupilsEstimate === null ? null : Math.max(0, tenant.pupilsEstimate - counted)
  const added = (tenant.contains ?? []).filter((kind) => !living.some((unit) => unit.kind === kind))
  const boarding = added.includes('dormitory') ? planKind(tenant, 'dormitory', null, scale, year) : []
  if (living.length === 0) return [...planSections(tenant, left, scale, year), ...boarding]
  // What the parts leave over is of the complex's own kind, or of the one it is said to contain besides.
  const represented = living.some(({ kind }) => kind === tenant.kind)
  if (left === 0 || (left === null && represented)) return [...parts, ...boarding]
  const rest = represented && added[0] ? added[0] : tenant.kind
  return [...parts, ...planKind(tenant, rest, left, scale, year), ...boarding]
}

/**
 * Plans of all tenants, schools before the dormitories and youth centres whose members are their pupils: load them in
 * this order. About 43,000 pupils at scale 1, about 3,000 at 0.05. Units in `whole` are planned in full at any scale.
 */
export function planCity(
  tenants: TenantDeclaration[],
  scale: number,
  { whole = [], schoolYear = demoYear }: { whole?: string[]; schoolYear?: number } = {}
): UnitPlan[] {
  const bySlug = tenants.filter(({ parent }) => parent === null).sort((a, b) => (a.slug < b.slug ? -1 : 1))
  const plans = bySlug.map((tenant, block) => {
    const components = tenants.filter(({ parent }) => parent === tenant.slug)
    const size = whole.includes(tenant.slug) ? 1 : scale
    return { kind: tenant.kind, plan: planUnit(tenant, size, { components, block, schoolYear }) }
  })
  const guests = ({ plan }: { plan: UnitPlan }) =>
    plan.sections.some(isGuestSection) && plan.sections.every(isGuestSection)
  const ordered = [...plans.filter((one) => !guests(one)), ...plans.filter(guests)].map(({ plan }) => plan)
  fillGuests(ordered, schoolYear)
  pairSiblings(ordered)
  return ordered
}

const isGuestSection = ({ kind }: SectionPlan) => kind === 'boarding_group' || kind === 'circle'

/** Keys of a section's own pupils, known before they are generated. */
export const pupilKeys = ({ key, size }: SectionPlan): string[] =>
  Array.from({ length: size }, (_, nth) => `${key}/${nth + 1}`)

function fillGuests(plans: UnitPlan[], schoolYear: number) {
  const own = plans.flatMap(({ sections }) => sections).filter((section) => !isGuestSection(section))
  const secondary = own.filter(
    ({ kind, birthYears }) => kind !== 'adults' && birthYears.to <= schoolYear - 15
  )
  const young = own.filter(({ kind, gradeLevel }) => kind !== 'adults' && gradeLevel > 0)
  const boarders = new Random('boarders').shuffle(secondary.flatMap(pupilKeys))
  const guests = plans.flatMap(({ sections }) => sections).filter(isGuestSection)
  const taken = new Set<string>()
  for (const section of guests.filter(({ kind }) => kind === 'boarding_group')) {
    section.members = boarders.splice(0, section.size)
    section.size = section.members.length
    for (const key of section.members) taken.add(key)
  }
  const visitors = new Random('circles').shuffle(young.flatMap(pupilKeys))
  for (const section of guests.filter(({ kind }) => kind === 'circle')) {
    section.members = visitors.splice(0, section.size)
    section.size = section.members.length
  }
  for (const plan of plans) plan.boarders = taken
}

/** Every fifth preschool child has a brother or sister in a primary school of the city. */
function pairSiblings(plans: UnitPlan[]) {
  const primary = plans.filter(({ sections }) =>
    sections.some(({ key, gradeLevel }) => key.startsWith('sp-') && gradeLevel > 0)
  )
  const used = new Map<UnitPlan, number>()
  const preschools = plans.filter(
    ({ sections }) => sections.length > 0 && sections.every(({ kind }) => kind === 'preschool_group')
  )
  preschools.forEach((plan, index) => {
    const partner = primary[index % Math.max(1, primary.length)]
    if (!partner) return
    const from = used.get(partner) ?? 0
    const pupils = plan.sections.reduce((sum, { size }) => sum + size, 0)
    const count = Math.min(Math.floor(pupils / 5), familiesAtLeast(partner) - from)
    if (count <= 0) return
    plan.siblingsOf = { plan: partner, from, count }
    used.set(partner, from + count)
  })
}

/** Families have three children at most. */
const familiesAtLeast = ({ sections }: UnitPlan) =>
  Math.floor(sections.reduce((sum, { size }) => sum + size, 0) / 3)
