import type { Knex } from 'knex'
import { Assignment } from './assignment.ts'
import { storeSecret } from './credentials.ts'
import { Device, type DeviceKind, type Rollout } from './device.ts'
import { Link, type LinkState } from './link.ts'
import { targetProblem } from './management_address.ts'
import { keepParents, type ParentKey } from './parents.ts'
import { dataKeys } from './sealing.ts'

/** `community` is the value itself or `env:NAME`. Null: no address known, watched through the simulator. */
export type Management = { host: string; port?: number; community?: string; wanInterface?: string } | null

export interface UnitNetwork {
  slug: string
  tenantId: number
  name: string
  network: {
    edge?: {
      model: string | null
      serial: string | null
      rollout: Rollout
      verified?: boolean
      management: Management
    }
    link?: {
      supplier: string
      state: LinkState
      capacityMbps?: number
      baselineRxDbm?: number
      /** The supplier's terminal in the school; left out: it is there, and nothing is known of it. */
      cpe?: { model: string | null; management: Management }
    }
  } | null
}

export interface SyncReport {
  added: number
  changed: number
  retired: number
  /** Hosts of the files that were not taken over: outside the management prefixes, or of an unknown name. */
  refused: { slug: string; key: string; host: string; reason: 'outside' | 'unknown_name' }[]
}

interface Wanted {
  tenantId: number
  key: string
  kind: DeviceKind
  rollout: Rollout
  model: string | null
  serial?: string | null
  verified?: boolean
  management: Management | 'refused'
  wan: string
  name?: string
  snmp?: 'none'
  parents: ParentKey[]
  /** A person says what it hangs on. */
  handParents?: boolean
}

/** The unit that owns what belongs to no school. */
const CITY = 'um-lublin'
const CPE_MODEL = 'RB5009'

/**
 * Brings the entities in line with the tenant files. Nothing is deleted: what has gone from the files is retired.
 * Entities that were added by hand (import, discovery) carry other keys and are left alone, and so is every field that
 * a person entered (`by_hand`). Runs as `unia_ops`.
 *
 * @example await syncInventory(knex, [{ slug: 'sp-12', tenantId: 7, name: 'SP 12', network: { edge, link } }])
 */
export async function syncInventory(knex: Knex, units: UnitNetwork[]): Promise<SyncReport> {
  const report: SyncReport = { added: 0, changed: 0, retired: 0, refused: [] }
  const city = await knex('core.tenancy_tenants').where({ slug: CITY }).first('id')
  const wanted = [...cityEntities(city?.id), ...units.flatMap((unit) => unitEntities(unit, city?.id))]
  await refuseStrangers(wanted, units, report)
  await knex.transaction(async (trx) => {
    const known = await Device.query(trx).whereIn('key', KEYS)
    const left = new Map(known.map((device) => [`${device.tenant_id}/${device.key}`, device]))
    for (const one of wanted) {
      await syncDevice(trx, one, left.get(`${one.tenantId}/${one.key}`), report)
      left.delete(`${one.tenantId}/${one.key}`)
    }
    for (const unit of units) if (unit.network?.link) await syncLink(trx, unit.tenantId, unit.network.link)
    for (const gone of left.values())
      if (gone.rollout !== 'retired' && gone.origin === 'file') await retire(trx, gone, report)
    await keepParents(
      trx,
      wanted.filter((one) => !one.handParents)
    )
  })
  await knex.raw(`notify ops_console, 'inventory'`)
  return report
}

/** A host that may not be asked is left out: what is known stays, a new entity has no address. */
async function refuseStrangers(wanted: Wanted[], units: readonly UnitNetwork[], report: SyncReport) {
  for (const one of wanted) {
    const host = one.management === 'refused' ? undefined : one.management?.host
    const reason = host ? await targetProblem(host) : null
    if (!host || !reason) continue
    const slug = units.find(({ tenantId }) => tenantId === one.tenantId)?.slug ?? CITY
    report.refused.push({ slug, key: one.key, host, reason })
    one.management = 'refused'
  }
}

/** Keys of the entities that the tenant files speak of. */
export const KEYS = ['edge', 'cpe', 'endpoints', 'core', 'sepm']

function cityEntities(tenantId: number | undefined): Wanted[] {
  if (tenantId === undefined) return []
  const shared = {
    tenantId,
    rollout: 'live',
    management: null,
    parents: [] as ParentKey[],
  } satisfies Partial<Wanted>
  return [
    { ...shared, key: 'core', kind: 'core', model: 'CCR2216', wan: 'sfp1' },
    { ...shared, key: 'sepm', kind: 'sepm', model: 'SEPM 14.3', wan: '', snmp: 'none' },
  ]
}

/** A firewall hangs on its link's terminal, that on the city's core; endpoints hang on the firewall. */
function unitEntities({ tenantId, network }: UnitNetwork, city: number | undefined): Wanted[] {
  const { edge, link } = network ?? {}
  const core: ParentKey[] = city === undefined ? [] : [{ tenantId: city, key: 'core' }]
  const cpe: ParentKey[] = link ? [{ tenantId, key: 'cpe' }] : core
  const wanted: Wanted[] = []
  if (link) {
    const { model = CPE_MODEL, management = null } = link.cpe ?? {}
    const rollout = link.state === 'active' ? 'live' : 'delivered'
    wanted.push({ tenantId, key: 'cpe', kind: 'cpe', rollout, model, management, wan: 'sfp1', parents: core })
  }
  if (edge) {
    const { model, serial, rollout, verified, management } = edge
    const wan = management?.wanInterface ?? 'ethernet1/1'
    wanted.push({
      tenantId,
      key: 'edge',
      kind: 'edge',
      rollout,
      model,
      serial,
      verified,
      management,
      wan,
      parents: cpe,
    })
    wanted.push({
      ...{ tenantId, key: 'endpoints', kind: 'endpoints', rollout, model: null, management: null, wan: '' },
      snmp: 'none',
      parents: [{ tenantId, key: 'edge' }],
    })
  }
  return wanted
}

async function syncDevice(trx: Knex.Transaction, one: Wanted, known: Device | undefined, report: SyncReport) {
  const wanted = unclaimed(known, {
    model: one.model,
    serial: one.serial ?? known?.serial ?? null,
    ...addressOf(one, known),
    wan_interface: one.wan,
    rollout: one.rollout,
    verified: one.verified ?? false,
    snmp_version: one.snmp ?? (known && known.snmp_version !== 'none' ? known.snmp_version : '2c'),
  })
  one.handParents = known?.by_hand.includes('parents')
  const device = known ?? (await add(trx, one, wanted))
  if (!known) report.added++
  else if (Object.entries(wanted).some(([field, value]) => known[field as keyof Device] !== value)) {
    if (known.rollout === 'retired' && wanted.rollout) await assign(trx, one.tenantId, known.id)
    await patch(trx, known, wanted)
    report.changed++
  }
  const community = one.management === 'refused' ? undefined : one.management?.community
  if (!known?.by_hand.includes('credentials')) await keepCommunity(trx, device, community)
}

/** Without the fields that a person has entered. */
const unclaimed = <T extends object>(known: Device | undefined, wanted: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(wanted).filter(([field]) => !known?.by_hand.includes(field))
  ) as Partial<T>

function addressOf({ management }: Wanted, known: Device | undefined) {
  if (management !== 'refused') {
    const { host = null, port = 161 } = management ?? {}
    return { host, port, simulated: management === null }
  }
  return known
    ? { host: known.host, port: known.port, simulated: known.simulated }
    : { host: null, port: 161, simulated: false }
}

async function add(trx: Knex.Transaction, { tenantId, key, kind }: Wanted, wanted: object) {
  const device = await Device.query(trx)
    .insert({ tenant_id: tenantId, key, kind, ...wanted })
    .returning('*')
  await assign(trx, tenantId, device.id)
  return device
}

async function retire(trx: Knex.Transaction, gone: Device, report: SyncReport) {
  await patch(trx, gone, { rollout: 'retired' })
  await Assignment.query(trx)
    .where({ device_id: gone.id })
    .whereNull('valid_to')
    .patch({ valid_to: new Date() })
  report.retired++
}

const assign = (trx: Knex.Transaction, tenantId: number, deviceId: string) =>
  Assignment.query(trx).insert({ tenant_id: tenantId, device_id: deviceId, valid_from: new Date() })

const patch = (trx: Knex.Transaction, device: Device, change: object) =>
  Device.query(trx).where({ tenant_id: device.tenant_id, id: device.id }).patch(change)

async function keepCommunity(trx: Knex.Transaction, device: Device, written: string | undefined) {
  const community = written?.startsWith('env:') ? process.env[written.slice(4)] : written
  if (!community) return
  const place = { tenantId: device.tenant_id, deviceId: device.id, field: 'community' }
  await storeSecret(trx, dataKeys(), place, community)
}

async function syncLink(
  trx: Knex.Transaction,
  tenantId: number,
  link: NonNullable<NonNullable<UnitNetwork['network']>['link']>
) {
  const row = {
    tenant_id: tenantId,
    supplier: link.supplier,
    state: link.state,
    capacity_mbps: link.capacityMbps ?? null,
  }
  const baseline = link.baselineRxDbm === undefined ? {} : { baseline_rx_dbm: link.baselineRxDbm }
  await Link.query(trx)
    .insert({ ...row, ...baseline })
    .onConflict(['tenant_id', 'supplier'])
    .merge({ capacity_mbps: row.capacity_mbps, ...baseline })
}
