import type { Knex } from 'knex'
import { openCredentials, type Secrets } from '#ops/inventory/credentials'
import {
  POLLED,
  type ApiAddress,
  type DeviceKind,
  type Rollout,
  type SnmpSecurity,
} from '#ops/inventory/device'
import { dataKeys } from '#ops/inventory/sealing'
import { readMap, type SimulatorMap } from '#ops/simulator/map'

/** A device as the collector needs it. `target` null: no address or no community is known. */
export interface RosterEntry {
  id: string
  tenantId: number
  unit: string
  key: string
  kind: DeviceKind
  model?: string | null
  wan: string
  baselineRxDbm: number | null
  disabled: boolean
  /** It stands in the network: its address is checked before every question. */
  real?: boolean
  /** Never asked itself: what is known of it comes from another entity's answer. */
  passive?: boolean
  maintenance: boolean
  parents: string[]
  /** SNMP: v3 with `user`, v2c with `community`. */
  target: {
    host: string
    port: number
    community?: string
    user?: SnmpSecurity & { authKey?: string; privKey?: string }
  } | null
  /** The vendor's interface with its opened credentials by field (`api_key`, `api_user`, `api_password`). */
  api?: (ApiAddress & { secrets: Record<string, string> }) | null
}

export interface RosterRow {
  id: string
  tenant_id: number
  slug: string
  key: string
  host: string | null
  port: number
  model: string | null
  wan_interface: string
  rollout: Rollout
  maintenance: boolean
  simulated: boolean
  polled: boolean
  parents: string[]
  kind: DeviceKind
  snmp_version: '2c' | '3' | 'none'
  snmp: SnmpSecurity | null
  api: ApiAddress | null
  baseline_rx_dbm: number | null
}

/** All devices, with addresses and opened credentials. */
export async function loadRoster(knex: Knex, simulatorMap: string): Promise<RosterEntry[]> {
  const rows = await rosterRows(knex)
  const simulator = await readMap(simulatorMap)
  const real = rows.some((row) => !row.simulated && (row.host || row.api))
  const secrets = real ? await openCredentials(knex, dataKeys()) : new Map<string, Secrets>()
  return rows.map((row) => rosterEntry(row, simulator, secrets.get(row.id) ?? {}))
}

/** Devices as they stand in the inventory, with what they hang on; `id`: one alone. */
export function rosterRows(knex: Knex, id?: string): Promise<RosterRow[]> {
  return knex('ops_console.ops_console_devices as d')
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
    .modify((query) => void (id && query.where('d.id', id)))
}

/** A device as it is asked; its secrets opened. */
export function rosterEntry(row: RosterRow, simulator: SimulatorMap | null, secrets: Secrets): RosterEntry {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    unit: row.slug,
    key: row.key,
    kind: row.kind,
    model: row.model,
    wan: row.wan_interface,
    baselineRxDbm: row.baseline_rx_dbm,
    disabled: !POLLED.includes(row.rollout) || !row.polled,
    real: !row.simulated,
    passive: row.snmp_version === 'none' && !row.api,
    maintenance: row.maintenance,
    parents: row.parents,
    target: target(row, simulator, secrets),
    api: row.simulated
      ? (simulator?.apis?.[`${row.slug}/${row.key}`] ?? null)
      : row.api && { ...row.api, secrets },
  }
}

function target(row: RosterRow, simulator: SimulatorMap | null, secrets: Secrets): RosterEntry['target'] {
  if (row.snmp_version === 'none') return null
  if (row.simulated) {
    const played = simulator?.devices[`${row.slug}/${row.key}`]
    return played && simulator ? { ...played, community: simulator.community } : null
  }
  if (!row.host) return null
  const address = { host: row.host, port: row.port }
  if (row.snmp_version === '3') {
    const { snmp_auth: authKey, snmp_priv: privKey } = secrets
    return row.snmp && { ...address, user: { ...row.snmp, authKey, privKey } }
  }
  return secrets.community ? { ...address, community: secrets.community } : null
}
