import type { Knex } from 'knex'
import { Assignment } from './assignment.ts'
import { storeSecret } from './credentials.ts'
import { Device, type Rollout } from './device.ts'
import { Link, type LinkState } from './link.ts'
import { dataKey } from './sealing.ts'

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
      /** `community` is the value itself or `env:NAME`. Null: no address known, watched through the simulator. */
      management: { host: string; port?: number; community?: string; wanInterface?: string } | null
    }
    link?: { supplier: string; state: LinkState; capacityMbps?: number; baselineRxDbm?: number }
  } | null
}

export interface SyncReport {
  added: number
  changed: number
  retired: number
}

/**
 * Brings inventory in line with the tenant files. Nothing is deleted: what has gone from the files is retired.
 * Runs as `unia_ops`.
 *
 * @example await syncInventory(knex, [{ slug: 'sp-12', tenantId: 7, name: 'SP 12', network: { edge, link } }])
 */
export async function syncInventory(knex: Knex, units: UnitNetwork[]): Promise<SyncReport> {
  const report = { added: 0, changed: 0, retired: 0 }
  await knex.transaction(async (trx) => {
    const known = await Device.query(trx).where('key', 'edge')
    const byTenant = new Map(known.map((device) => [device.tenant_id, device]))
    for (const unit of units) {
      if (unit.network?.edge) await syncEdge(trx, unit, byTenant.get(unit.tenantId), report)
      if (unit.network?.link) await syncLink(trx, unit.tenantId, unit.network.link)
      if (unit.network?.edge) byTenant.delete(unit.tenantId)
    }
    for (const gone of byTenant.values()) {
      if (gone.rollout === 'retired') continue
      await patch(trx, gone, { rollout: 'retired' })
      await Assignment.query(trx)
        .where({ device_id: gone.id })
        .whereNull('valid_to')
        .patch({ valid_to: new Date() })
      report.retired++
    }
  })
  await knex.raw(`notify ops_console, 'inventory'`)
  return report
}

async function syncEdge(
  trx: Knex.Transaction,
  unit: UnitNetwork,
  known: Device | undefined,
  report: SyncReport
) {
  const edge = unit.network!.edge!
  const wanted = {
    model: edge.model,
    serial: edge.serial ?? known?.serial ?? null,
    host: edge.management?.host ?? null,
    port: edge.management?.port ?? 161,
    wan_interface: edge.management?.wanInterface ?? 'ethernet1/1',
    rollout: edge.rollout,
    verified: edge.verified ?? false,
    simulated: edge.management === null,
  }
  const device = known ?? (await add(trx, unit.tenantId, wanted))
  if (!known) report.added++
  else if (Object.entries(wanted).some(([field, value]) => known[field as keyof Device] !== value)) {
    if (known.rollout === 'retired') await assign(trx, unit.tenantId, known.id)
    await patch(trx, known, wanted)
    report.changed++
  }
  await keepCommunity(trx, device, edge.management?.community)
}

async function add(trx: Knex.Transaction, tenantId: number, wanted: object) {
  const device = await Device.query(trx)
    .insert({ tenant_id: tenantId, key: 'edge', kind: 'edge', ...wanted })
    .returning('*')
  await assign(trx, tenantId, device.id)
  return device
}

const assign = (trx: Knex.Transaction, tenantId: number, deviceId: string) =>
  Assignment.query(trx).insert({ tenant_id: tenantId, device_id: deviceId, valid_from: new Date() })

const patch = (trx: Knex.Transaction, device: Device, change: object) =>
  Device.query(trx).where({ tenant_id: device.tenant_id, id: device.id }).patch(change)

async function keepCommunity(trx: Knex.Transaction, device: Device, written: string | undefined) {
  const community = written?.startsWith('env:') ? process.env[written.slice(4)] : written
  if (!community) return
  const place = { tenantId: device.tenant_id, deviceId: device.id, field: 'community' }
  await storeSecret(trx, dataKey(), place, community)
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
    .merge({ state: row.state, capacity_mbps: row.capacity_mbps, ...baseline })
}
