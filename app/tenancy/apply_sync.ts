import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { SyncAction, TenantRow, UnitRow } from './files/index.ts'

const TENANT_COLUMNS = {
  name: 'name',
  shortName: 'short_name',
  kind: 'kind',
  kinds: 'kinds',
  entitled: 'entitled',
}
const UNIT_COLUMNS = {
  ...{
    slug: 'slug',
    name: 'name',
    shortName: 'short_name',
    kind: 'kind',
    patron: 'patron',
    street: 'street',
  },
  ...{ postalCode: 'postal_code', city: 'city', district: 'district', geo: 'geo', status: 'status' },
  ...{ pupilsEstimate: 'pupils_estimate', verified: 'verified' },
}

/** What the database holds now, in the shape `planSync` compares. */
export async function tenantsInDatabase(owner: QueryClientContract): Promise<TenantRow[]> {
  const tenants = await owner.from('core.tenancy_tenants').orderBy('id')
  const units = await owner.from('core.tenancy_units')
  const unitsOf = Map.groupBy(units, (unit) => unit.tenant_id as number)
  return tenants.map((tenant) => ({
    ...renamed<Omit<TenantRow, 'units'>>(tenant, { ...TENANT_COLUMNS, slug: 'slug', status: 'status' }),
    units: (unitsOf.get(tenant.id) ?? []).map((unit) => renamed<UnitRow>(unit, UNIT_COLUMNS)),
  }))
}

/** Carries a plan out in one transaction. New tenants start with every plugin they are granted switched on. */
export async function applySync(owner: QueryClientContract, plan: SyncAction[]): Promise<void> {
  await owner.transaction(async (trx) => {
    for (const action of plan) await (action.scope === 'tenant' ? applyTenant : applyUnit)(trx, action)
    await trx.rawQuery(`select pg_notify('tenants', ''), pg_notify('plugins', '')`)
  })
}

async function applyTenant(trx: TransactionClientContract, { action, slug, after }: SyncAction) {
  const tenant = () => trx.from('core.tenancy_tenants').where('slug', slug)
  if (action === 'create') {
    const { units: _units, ...fields } = after as unknown as TenantRow
    await trx
      .table('core.tenancy_tenants')
      .insert({ slug, status: fields.status, ...columns(fields, TENANT_COLUMNS) })
    return enable(trx, slug, fields.entitled)
  }
  if (action === 'entitle' || action === 'withdraw') {
    const changed = after.entitled as string[]
    // An earlier step of the same plan may have changed the list, so it is read again.
    const { entitled } = (await tenant().select('entitled').firstOrFail()) as { entitled: string[] }
    const rest = entitled.filter((id) => !changed.includes(id))
    await tenant().update({
      entitled: action === 'entitle' ? [...rest, ...changed].sort() : rest,
      updated_at: new Date(),
    })
    return action === 'entitle' ? enable(trx, slug, changed) : undefined
  }
  const closedOn = action === 'close' ? new Date() : null
  const status =
    action === 'close' || action === 'reopen' ? { status: after.status, closed_on: closedOn } : {}
  await tenant().update({ ...columns(after, TENANT_COLUMNS), ...status, updated_at: new Date() })
}

async function applyUnit(trx: TransactionClientContract, { action, tenant, slug, after }: SyncAction) {
  const fields = columns(after, UNIT_COLUMNS)
  if (action !== 'create') {
    await trx
      .from('core.tenancy_units')
      .where('slug', slug)
      .update({ ...fields, updated_at: new Date() })
    return
  }
  const { id } = await trx.from('core.tenancy_tenants').where('slug', tenant).select('id').firstOrFail()
  await trx.table('core.tenancy_units').insert({ tenant_id: id, ...fields })
}

/** What a file newly grants is on at once; what a director switched off stays off. */
const enable = (trx: TransactionClientContract, slug: string, plugins: string[]) =>
  trx.rawQuery(
    `insert into core.plugins_activations (tenant_id, plugin_id, state, reason)
     select t.id, p, 'enabled', 'granted' from core.tenancy_tenants t, unnest(?::text[]) p where t.slug = ?
     on conflict (tenant_id, plugin_id) do nothing`,
    [plugins, slug]
  )

function columns(fields: object, names: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => key in names)
      .map(([key, value]) => [names[key]!, isPlainObject(value) ? JSON.stringify(value) : value])
  )
}

const isPlainObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

const renamed = <T>(row: Record<string, unknown>, names: Record<string, string>): T =>
  Object.fromEntries(Object.entries(names).map(([key, column]) => [key, row[column] ?? null])) as T
