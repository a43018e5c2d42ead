import { isDeepStrictEqual } from 'node:util'
import { desiredTenants, type TenantRow, type UnitRow } from './desired.ts'
import type { TenantFiles } from './read_tenant_files.ts'

type Fields = Record<string, unknown>

/** One step of a plan. `tenant` is the slug of the tenant in which the row lives. Nothing is ever deleted. */
export interface SyncAction {
  action: 'create' | 'rename' | 'change' | 'close' | 'reopen' | 'entitle' | 'withdraw'
  scope: 'tenant' | 'unit'
  tenant: string
  slug: string
  /** Only the fields concerned; null when the row is new. */
  before: Fields | null
  after: Fields
}

/**
 * What has to be done so that the database agrees with the files; empty when it does. Tenants come before their units,
 * openings before closings. Units whose file has a problem (`held`) are left as they are, and while a profile is
 * broken (no entry for the kind), nothing is withdrawn from tenants of that kind.
 */
export function planSync(
  files: Pick<TenantFiles, 'tenants' | 'profiles'> & { held?: ReadonlySet<string> },
  database: TenantRow[]
): SyncAction[] {
  const held = files.held ?? new Set<string>()
  const wanted = desiredTenants(files)
  const existing = new Map(database.map((tenant) => [tenant.slug, tenant]))
  const named = new Set(wanted.map(({ slug }) => slug))
  const steps = wanted.flatMap((tenant) =>
    tenantSteps(tenant, existing.get(tenant.slug), files.profiles, held)
  )
  const gone = database.filter(({ slug, status }) => status === 'open' && !named.has(slug) && !held.has(slug))
  return [...steps, ...gone.flatMap(closing)]
}

function tenantSteps(
  want: TenantRow,
  have: TenantRow | undefined,
  profiles: TenantFiles['profiles'],
  held: ReadonlySet<string>
): SyncAction[] {
  const { units, ...fields } = want
  const step = stepper('tenant', want.slug, want.slug)
  if (!have) return [step('create', null, fields), ...unitSteps(want, [], held)]
  // A component that cannot be read still counts: its kind stays, and with it what the kind brings.
  const partial =
    want.kinds.some((kind) => !profiles.has(kind as never)) || have.units.some(({ slug }) => held.has(slug))
  const kinds = partial ? [...new Set([...want.kinds, ...have.kinds])] : want.kinds
  const entitle = want.entitled.filter((id) => !have.entitled.includes(id))
  const withdraw = partial ? [] : have.entitled.filter((id) => !want.entitled.includes(id))
  const steps = [
    ...compared(step, { ...want, kinds }, have, ['kind', 'kinds']),
    entitle.length > 0 && step('entitle', { entitled: have.entitled }, { entitled: entitle }),
    withdraw.length > 0 && step('withdraw', { entitled: have.entitled }, { entitled: withdraw }),
    have.status !== want.status &&
      step(want.status === 'open' ? 'reopen' : 'close', { status: have.status }, { status: want.status }),
  ]
  return [...steps.filter((one) => one !== false), ...unitSteps(want, have.units, held)]
}

const details = [
  'kind',
  'patron',
  'street',
  'postalCode',
  'city',
  'district',
  'geo',
  'pupilsEstimate',
  'verified',
]

function unitSteps(want: TenantRow, have: UnitRow[], held: ReadonlySet<string>): SyncAction[] {
  const existing = new Map(have.map((unit) => [unit.slug, unit]))
  const named = new Set(want.units.map(({ slug }) => slug))
  const steps = want.units.flatMap((unit) => {
    const step = stepper('unit', want.slug, unit.slug)
    const before = existing.get(unit.slug)
    if (!before) return [step('create', null, { ...unit })]
    if (before.status === 'closed') {
      return [
        ...compared(step, unit, before, details),
        step('reopen', { status: 'closed' }, { status: unit.status }),
      ]
    }
    return compared(step, unit, before, [...details, 'status'])
  })
  const gone = have.filter(({ slug, status }) => status !== 'closed' && !named.has(slug) && !held.has(slug))
  return [...steps, ...gone.map((unit) => closingUnit(want.slug, unit))]
}

const closing = (tenant: TenantRow): SyncAction[] => [
  stepper('tenant', tenant.slug, tenant.slug)('close', { status: 'open' }, { status: 'closed' }),
  ...tenant.units.filter(({ status }) => status !== 'closed').map((unit) => closingUnit(tenant.slug, unit)),
]

const closingUnit = (tenant: string, { slug, status }: UnitRow) =>
  stepper('unit', tenant, slug)('close', { status }, { status: 'closed' })

type Step = (action: SyncAction['action'], before: Fields | null, after: Fields) => SyncAction

const stepper =
  (scope: SyncAction['scope'], tenant: string, slug: string): Step =>
  (action, before, after) => ({ action, scope, tenant, slug, before, after })

/** A rename and a change at most: what differs between two rows. */
function compared(step: Step, want: object, have: object, fields: string[]): SyncAction[] {
  const changes = (keys: string[], action: 'rename' | 'change') => {
    const [before, after] = differing(want as Fields, have as Fields, keys)
    return Object.keys(after).length > 0 ? [step(action, before, after)] : []
  }
  return [...changes(['name', 'shortName'], 'rename'), ...changes(fields, 'change')]
}

function differing(want: Fields, have: Fields, keys: string[]): [Fields, Fields] {
  const changed = keys.filter((key) => !isDeepStrictEqual(comparable(want[key]), comparable(have[key])))
  const pick = (row: Fields) => Object.fromEntries(changed.map((key) => [key, row[key] ?? null]))
  return [pick(have), pick(want)]
}

/** Kinds have no order; an absent field is an unknown one. */
const comparable = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : (value ?? null))
