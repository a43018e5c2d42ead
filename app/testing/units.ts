import { randomBytes } from 'node:crypto'
import { registry } from '../plugins/registry.ts'
import { CITY_SLUG, tenants, type Tenant } from '../tenancy/tenants.ts'
import type { UnitKind } from '../tenancy/files/kinds.ts'
import { later } from './cleanup.ts'
import { owner } from './owner.ts'

export interface UnitOptions {
  kind?: UnitKind
  /** Granted and switched on; every loaded plugin unless named. */
  plugins?: string[]
}

/** Two schools of the same name with every plugin granted and on; gone after the test. */
export const twoUnits = async (options: UnitOptions = {}): Promise<[Tenant, Tenant]> => [
  await aUnit(options),
  await aUnit(options),
]

export async function aUnit({ kind = 'primary', plugins }: UnitOptions = {}): Promise<Tenant> {
  const slug = `test-${randomBytes(5).toString('hex').replace(/^\d/, 'a')}`
  const entitled = plugins ?? registry.all().map(({ id }) => id)
  return insert({ slug, name: 'Szkoła Podstawowa nr 1 im. Łucji Żak', short_name: 'SP 1', kind, entitled })
}

/** The city's office, made when the database has none; it stays, being one. */
export async function theCity(): Promise<Tenant> {
  const known = tenants.bySlug(CITY_SLUG)
  if (known) return known
  const office = {
    slug: CITY_SLUG,
    name: 'Urząd Miasta Lublin',
    short_name: 'UM Lublin',
    kind: 'city_office',
  }
  return insert({ ...office, entitled: [] })
}

interface NewTenant {
  slug: string
  name: string
  short_name: string
  kind: string
  entitled: string[]
}

async function insert(tenant: NewTenant): Promise<Tenant> {
  const [row] = await owner()
    .table('core.tenancy_tenants')
    .insert({ ...tenant, kinds: [tenant.kind] })
    .returning('id')
  const id = (row.id ?? row) as number
  const { slug, name, short_name, kind, entitled } = tenant
  await owner()
    .table('core.tenancy_units')
    .insert({ tenant_id: id, slug, name, short_name, kind, status: 'active' })
  for (const plugin of entitled) await setActivation(id, plugin, 'enabled')
  if (slug !== CITY_SLUG) later(() => removeTenant(id))
  await refresh()
  return tenants.byId(id)!
}

/** Switches a plugin of a unit behind the director's back; seen at once in this process. */
export async function switchInUnit(unit: Tenant, plugin: string, on: boolean) {
  await setActivation(unit.id, plugin, on ? 'enabled' : 'disabled')
  await refresh()
}

const setActivation = (tenantId: number, plugin: string, state: string) =>
  owner().rawQuery(
    `insert into core.plugins_activations (tenant_id, plugin_id, state) values (?, ?, ?)
     on conflict (tenant_id, plugin_id) do update set state = excluded.state`,
    [tenantId, plugin, state]
  )

async function refresh() {
  await tenants.refresh()
  await registry.refreshActivations()
}

/** Empties every table of this tenant, children before parents, as the catalogue names them. */
async function removeTenant(id: number) {
  const { rows } = await owner().rawQuery(
    `select c.oid::regclass::text as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'access_audit_events'`
  )
  let left: string[] = rows.map((row: { name: string }) => row.name)
  for (let rounds = left.length; left.length && rounds > 0; rounds--) {
    const held: string[] = []
    for (const table of left) {
      const deleted = await owner()
        .rawQuery(`delete from ${table} where tenant_id = ?`, [id])
        .then(() => true)
        .catch((error: { code?: string }) => {
          if (error.code === '23503') return false
          throw error
        })
      if (!deleted) held.push(table)
    }
    left = held
  }
  await owner().from('core.tenancy_tenants').where('id', id).delete()
  await refresh()
}
