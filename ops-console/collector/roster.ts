import type { Knex } from 'knex'
import { openSecrets } from '#ops/inventory/credentials'
import { POLLED, type DeviceKind, type Rollout } from '#ops/inventory/device'
import { dataKey } from '#ops/inventory/sealing'
import { readMap } from '#ops/simulator/map'

/** A device as the collector needs it. `target` null: no address or no community is known. */
export interface RosterEntry {
  id: string
  tenantId: number
  unit: string
  key: string
  kind: DeviceKind
  wan: string
  baselineRxDbm: number | null
  disabled: boolean
  maintenance: boolean
  parents: string[]
  target: { host: string; port: number; community: string } | null
}

interface Row {
  id: string
  tenant_id: number
  slug: string
  key: string
  host: string | null
  port: number
  wan_interface: string
  rollout: Rollout
  maintenance: boolean
  simulated: boolean
  parents: string[]
  kind: DeviceKind
  snmp_version: '2c' | '3' | 'none'
  baseline_rx_dbm: number | null
}

/** All devices, with addresses and opened credentials. */
export async function loadRoster(knex: Knex, simulatorMap: string): Promise<RosterEntry[]> {
  const rows: Row[] = await knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .select('d.*', 't.slug')
    .select(
      knex.raw(
        `(select max(baseline_rx_dbm) from ops_console.ops_console_links l where l.tenant_id = d.tenant_id) as baseline_rx_dbm`
      )
    )
    .select(
      knex.raw(
        `array(select distinct p.parent_id from ops_console.ops_console_parents p
          where p.tenant_id = d.tenant_id and p.device_id = d.id) as parents`
      )
    )
    .orderBy(['d.tenant_id', 'd.key'])
  const simulator = await readMap(simulatorMap)
  const real = rows.some((row) => !row.simulated && row.host)
  const communities = real ? await openSecrets(knex, dataKey(), 'community') : new Map<string, string>()
  const target = (row: Row): RosterEntry['target'] => {
    const simulated = simulator?.devices[`${row.slug}/${row.key}`]
    if (row.simulated) return simulated ? { ...simulated, community: simulator.community } : null
    const community = communities.get(row.id)
    return row.host && community ? { host: row.host, port: row.port, community } : null
  }
  return rows.map((row) => ({
    id: row.id,
    tenantId: row.tenant_id,
    unit: row.slug,
    key: row.key,
    kind: row.kind,
    wan: row.wan_interface,
    baselineRxDbm: row.baseline_rx_dbm,
    disabled: !POLLED.includes(row.rollout) || row.snmp_version === 'none',
    maintenance: row.maintenance,
    parents: row.parents,
    target: target(row),
  }))
}
