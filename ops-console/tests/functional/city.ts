import knex, { type Knex } from 'knex'
import { openDatabase } from '#ops/database'
import { Device } from '#ops/inventory/device'
import { Link } from '#ops/inventory/link'
import { syncInventory, type UnitNetwork } from '#ops/inventory/sync'

/** Two invented schools with a simulated device each, in the database of the suite; removed by `close`. */
export async function twoSchools() {
  const owner = knex({ client: 'pg', connection: process.env.DATABASE_OWNER_URL, pool: { min: 0, max: 1 } })
  const ops = openDatabase(process.env.DATABASE_OPS_URL, 3)
  await clear(owner)
  const tenants: { id: number; slug: string }[] = await owner('core.tenancy_tenants')
    .insert(['ops-a', 'ops-b'].map((slug) => tenant(slug)))
    .returning(['id', 'slug'])
  const units: UnitNetwork[] = tenants.map(({ id, slug }) => ({
    slug,
    tenantId: id,
    name: `Szkoła ${slug}`,
    network: {
      edge: { model: 'PA-440', serial: null, rollout: 'live', management: null },
      link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000 },
    },
  }))
  const linked = new Map((await Link.query(ops)).map((link) => [link.tenant_id, link]))
  const others = (await Device.query(ops).where({ kind: 'edge' })).map((edge) =>
    asWritten(edge, linked.get(edge.tenant_id))
  )
  const sync = (changed: UnitNetwork[]) => syncInventory(ops, [...others, ...changed])
  return {
    ops,
    units,
    sync,
    async close() {
      await clear(owner)
      await owner.destroy()
      await ops.destroy()
    },
  }
}

/** A device that the suite's city already has, as its tenant file would say it: syncing leaves it alone. */
const asWritten = (device: Device, link: Link | undefined): UnitNetwork => ({
  slug: 'other',
  tenantId: device.tenant_id,
  name: 'other',
  network: {
    edge: {
      ...device,
      management: device.simulated
        ? null
        : { host: device.host!, port: device.port, wanInterface: device.wan_interface },
    },
    ...(link && { link: { supplier: link.supplier, state: link.state } }),
  },
})

const tenant = (slug: string) => ({
  slug,
  name: `Szkoła ${slug}`,
  short_name: slug,
  kind: 'school',
  kinds: ['school'],
})

const TABLES = [
  'events',
  'event_sources',
  'event_sequences',
  'event_gaps',
  'event_clocks',
  'notices',
  'impacts',
  'incident_events',
  'windows',
  'contacts',
  'samples',
  'rollup_1m',
  'rollup_5m',
  'rollup_1h',
  'rollup_1d',
  'link_minutes',
  'sla_reports',
  'sla_exclusions',
  'incidents',
  'transitions',
  'device_states',
  'credentials',
  'assignments',
  'links',
  'parents',
  'devices',
]

async function clear(owner: Knex) {
  const ours = owner('core.tenancy_tenants').whereIn('slug', ['ops-a', 'ops-b']).select('id')
  for (const table of TABLES) {
    await owner(`ops_console.ops_console_${table}`).whereIn('tenant_id', ours.clone()).delete()
  }
  await owner('core.bus_outbox').whereIn('tenant_id', ours.clone()).delete()
  await owner('core.tenancy_tenants').whereIn('slug', ['ops-a', 'ops-b']).delete()
}
