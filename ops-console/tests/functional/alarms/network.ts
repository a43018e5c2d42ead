import knex, { type Knex } from 'knex'
import { openDatabase } from '#ops/database'
import { DeviceState } from '#ops/health/device_state'
import type { EntityState } from '#ops/health/states'
import type { DeviceIncidents } from '#ops/alarms/plan'
import type { Wanted } from '#ops/alarms/wanted'

const CITY = 'um-lublin'
const MADE = ['notices', 'incident_events', 'impacts', 'incidents', 'silences', 'windows', 'rota_overrides']
const SETTINGS = ['rotas', 'webhooks', 'policies', 'contacts']
const FIELD = ['parents', 'device_states', 'devices']

export const SILENT: Wanted = {
  check: 'reachability',
  severity: 'critical',
  fact: { code: 'not_answering', params: { since: 0 } },
}

export interface Entity {
  tenantId: number
  deviceId: string
  kind: string
}

/**
 * A city of so many schools behind one core: each has a link's terminal and a firewall, in the tables of the suite's
 * database; `close` removes all of it.
 */
export async function aNetwork(schools: number) {
  const owner = knex({ client: 'pg', connection: process.env.DATABASE_OWNER_URL, pool: { min: 0, max: 1 } })
  const ops = openDatabase(process.env.DATABASE_OPS_URL, 4)
  await clear(owner)
  const city = await cityOf(owner)
  const slugs = Array.from({ length: schools }, (_, i) => `alarm-${i + 1}`)
  const units: { id: number; slug: string }[] = await owner('core.tenancy_tenants')
    .insert(
      slugs.map((slug, i) => ({
        ...{ slug, name: `Szkoła Podstawowa nr ${i + 1}`, short_name: `SP ${i + 1}` },
        ...{ kind: 'primary', kinds: ['primary'] },
      }))
    )
    .returning(['id', 'slug'])
  const [core] = await add(ops, [{ tenantId: city, kind: 'core' }])
  const cpes = await add(
    ops,
    units.map(({ id }) => ({ tenantId: id, kind: 'cpe' }))
  )
  const edges = await add(
    ops,
    units.map(({ id }) => ({ tenantId: id, kind: 'edge' }))
  )
  await ops('ops_console.ops_console_parents').insert([
    ...cpes.map((one) => parent(one, core!)),
    ...edges.map((one, i) => parent(one, cpes[i]!)),
  ])
  return {
    ...{ ops, owner, city, units, core: core!, cpes, edges },
    async close() {
      await clear(owner)
      await owner.destroy()
      await ops.destroy()
    },
  }
}

export type Network = Awaited<ReturnType<typeof aNetwork>>

async function cityOf(owner: Knex): Promise<number> {
  const known = await owner('core.tenancy_tenants').where({ slug: CITY }).first('id')
  if (known) return known.id
  const [made] = await owner('core.tenancy_tenants')
    .insert({
      ...{ slug: CITY, name: 'Urząd Miasta Lublin', short_name: 'UM Lublin' },
      ...{ kind: 'city_office', kinds: ['city_office'] },
    })
    .returning('id')
  return made.id
}

async function add(ops: Knex, entities: { tenantId: number; kind: string }[]): Promise<Entity[]> {
  const rows = await ops('ops_console.ops_console_devices')
    .insert(
      entities.map(({ tenantId, kind }) => ({
        ...{ tenant_id: tenantId, kind, key: kind === 'core' ? 'alarm-core' : kind },
        ...{ rollout: 'live', simulated: true },
      }))
    )
    .returning(['tenant_id', 'id', 'kind'])
  return rows.map((row) => ({ tenantId: row.tenant_id, deviceId: row.id, kind: row.kind }))
}

const parent = (child: Entity, above: Entity) => ({
  ...{ tenant_id: child.tenantId, device_id: child.deviceId },
  ...{ parent_tenant_id: above.tenantId, parent_id: above.deviceId },
})

async function clear(owner: Knex) {
  const ours = owner('core.tenancy_tenants').where('slug', 'like', 'alarm-%').select('id')
  const city = owner('core.tenancy_tenants').where({ slug: CITY }).select('id')
  for (const table of [...MADE, ...SETTINGS]) {
    await owner(`ops_console.ops_console_${table}`)
      .whereIn('tenant_id', ours.clone())
      .orWhereIn('tenant_id', city.clone())
      .delete()
  }
  const cores = owner('ops_console.ops_console_devices').where({ key: 'alarm-core' }).select('id')
  await owner('ops_console.ops_console_parents').whereIn('parent_id', cores.clone()).delete()
  await owner('ops_console.ops_console_device_states').whereIn('device_id', cores.clone()).delete()
  await owner('ops_console.ops_console_devices').where({ key: 'alarm-core' }).delete()
  for (const table of FIELD) {
    await owner(`ops_console.ops_console_${table}`).whereIn('tenant_id', ours.clone()).delete()
  }
  await owner('core.bus_outbox')
    .whereIn('tenant_id', ours.clone())
    .orWhereIn('tenant_id', city.clone())
    .delete()
  await owner('core.tenancy_tenants').where('slug', 'like', 'alarm-%').delete()
}

/** What the collector says of an entity. */
export const down = ({ tenantId, deviceId }: Entity): DeviceIncidents => ({
  tenantId,
  deviceId,
  wanted: [SILENT],
})
export const up = ({ tenantId, deviceId }: Entity): DeviceIncidents => ({ tenantId, deviceId, wanted: [] })
export const cutOff =
  (by: Entity) =>
  (one: Entity): DeviceIncidents => ({
    ...up(one),
    cutOffBy: [by.deviceId],
  })

/** Writes the states of entities as the collector does. */
export async function states(ops: Knex, entities: Entity[], state: EntityState, lastAnswerAt: Date | null) {
  await DeviceState.query(ops)
    .insert(
      entities.map(({ tenantId, deviceId }) => ({
        ...{ tenant_id: tenantId, device_id: deviceId, state, fact: null },
        ...{ since: new Date(), last_answer_at: lastAnswerAt },
        ...{ figures: {}, spark: [], memory: {}, learnt: {}, interfaces: [] },
        revision: ops.raw(`nextval('ops_console.ops_console_revisions')`),
      })) as never[]
    )
    .onConflict(['tenant_id', 'device_id'])
    .merge()
}

/** Somebody who is told by e-mail. */
export async function aContact(network: Network, contact: object = {}): Promise<string> {
  const [row] = await network
    .ops('ops_console.ops_console_contacts')
    .insert({ tenant_id: network.city, role: 'it', name: 'Dyżurna', email: 'dyzur@example.org', ...contact })
    .returning('id')
  return row.id
}

/** Puts people on the city's rota, in their order. */
export const onDuty = (network: Network, ids: string[]) =>
  network.ops('ops_console.ops_console_rotas').where({ tenant_id: network.city }).update({ contact_ids: ids })

/** Senders that remember what they carried. */
export function notebook() {
  const sent: { kind: string; to: string; id: string; impacts: object }[] = []
  const note = async (notice: { kind: string; address: string; id: string }, impacts: object) =>
    void sent.push({ kind: notice.kind, to: notice.address, id: notice.id, impacts })
  return { sent, senders: { email: note, webhook: note } }
}

/** A moment later by so many seconds. */
export const after = (start: Date, seconds: number) => new Date(start.getTime() + seconds * 1000)
