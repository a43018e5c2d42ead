import knex, { type Knex } from 'knex'
import { openDatabase } from '#ops/database'
import { syncInventory, type UnitNetwork } from '#ops/inventory/sync'

const CITY = 'um-lublin'

export interface ProofCity {
  ops: Knex
  owner: Knex
  cityId: number
  slugs: string[]
  close(): Promise<void>
}

/**
 * A city of so many schools, each with link, firewall and endpoints behind one core, in an empty database to be thrown
 * away: all of it is played by the simulator.
 */
export async function aCity(urls: { ownerUrl: string; opsUrl: string }, schools: number): Promise<ProofCity> {
  const owner = knex({ client: 'pg', connection: urls.ownerUrl, pool: { min: 0, max: 1 } })
  const ops = openDatabase(urls.opsUrl, 2)
  const slugs = Array.from({ length: schools }, (_, i) => `proof-${i + 1}`)
  const [city] = await owner('core.tenancy_tenants')
    .insert({ ...tenant(CITY), kind: 'city_office', kinds: ['city_office'] })
    .onConflict('slug')
    .merge(['slug'])
    .returning('id')
  const units: { id: number; slug: string }[] = await owner('core.tenancy_tenants')
    .insert(slugs.map(tenant))
    .returning(['id', 'slug'])
  await syncInventory(ops, units.map(network))
  return {
    ...{ ops, owner, cityId: city.id, slugs },
    async close() {
      await ops.destroy()
      await owner.destroy()
    },
  }
}

/** Ids of entities by the name that the simulator gives them, `<unit>/<key>`. */
export async function idsOf(ops: Knex): Promise<Map<string, string>> {
  const rows: { name: string; id: string }[] = await ops('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .select('d.id', ops.raw(`t.slug || '/' || d.key as name`))
  return new Map(rows.map(({ name, id }) => [name, id]))
}

const tenant = (slug: string) => ({
  ...{ slug, name: `Szkoła ${slug}`, short_name: slug },
  ...{ kind: 'school', kinds: ['school'] },
})

const network = ({ id, slug }: { id: number; slug: string }): UnitNetwork => ({
  ...{ slug, tenantId: id, name: slug },
  network: {
    edge: { model: 'PA-440', serial: null, rollout: 'live', management: null },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000 },
  },
})
