import type { Knex } from 'knex'
import type { Device, DeviceKind, Rollout } from '#ops/inventory/device'
import type { EntityState } from '#ops/health/states'

export interface InventoryRow {
  id: string
  unit: string
  shortName: string
  unitName: string
  key: string
  kind: DeviceKind
  name: string | null
  model: string | null
  serial: string | null
  host: string | null
  port: number
  snmp: '2c' | '3' | 'none'
  api: 'panos' | 'routeros' | 'sepm' | null
  simulated: boolean
  polled: boolean
  rollout: Rollout
  origin: Device['origin']
  byHand: string[]
  /** Fields of credentials that are set; never their values. */
  secrets: string[]
  state: EntityState
}

export interface InventoryAsked {
  q: string
  filters: Record<string, string>
  sort: { by: string; direction: 'asc' | 'desc' }
}

const KINDS = `array_position(array['core','sepm','cpe','edge','switch','endpoints','other'], d.kind)`
const SORTS: Record<string, string> = {
  unit: 't.short_name collate "pl-x-icu"',
  kind: KINDS,
  name: 'd.name collate "pl-x-icu"',
  model: 'd.model collate "pl-x-icu"',
  // Addresses by number, names after them.
  host: `case when d.host ~ '^[0-9.]+$' then lpad(split_part(d.host, '.', 1), 3, '0') || lpad(split_part(d.host, '.', 2), 3, '0') || lpad(split_part(d.host, '.', 3), 3, '0') || lpad(split_part(d.host, '.', 4), 3, '0') else 'x' || lower(d.host) end`,
  rollout: 'd.rollout',
  state: `array_position(array['DOWN','UNREACHABLE','UNKNOWN','DEGRADED','MAINTENANCE','UP','DISABLED'], s.state)`,
}
export const INVENTORY_SORTS: [string, ...string[]] = [
  'unit',
  ...Object.keys(SORTS).filter((id) => id !== 'unit'),
]
export const INVENTORY_FILTERS = ['kind', 'played', 'secret', 'state', 'rollout', 'origin', 'model']

const SECRETS = `array(select c.field from ops_console.ops_console_credentials c
  where c.tenant_id = d.tenant_id and c.device_id = d.id order by c.field)`

/** Entities of the whole inventory, read as the console. `limit` null: all of them. */
export async function inventoryRows(
  knex: Knex,
  asked: InventoryAsked,
  limit: number | null,
  offset = 0
): Promise<InventoryRow[]> {
  const direction = asked.sort.direction === 'desc' ? 'desc' : 'asc'
  return filtered(knex, asked)
    .select('d.id', 'd.key', 'd.kind', 'd.name', 'd.model', 'd.serial', 'd.host', 'd.port')
    .select('d.rollout', 'd.simulated', 'd.polled', 'd.origin', 'd.by_hand as byHand')
    .select('d.snmp_version as snmp', knex.raw(`d.api ->> 'kind' as api`), knex.raw(`${SECRETS} as secrets`))
    .select('t.slug as unit', 't.short_name as shortName', 't.name as unitName')
    .select(knex.raw(`coalesce(s.state, 'UNKNOWN') as state`))
    .orderByRaw(
      `${SORTS[asked.sort.by] ?? SORTS.unit} ${direction} nulls last, ${SORTS.unit}, ${KINDS}, d.id`
    )
    .modify((query) => void (limit === null || query.limit(limit).offset(offset))) as unknown as Promise<
    InventoryRow[]
  >
}

export async function countInventory(knex: Knex, asked: InventoryAsked): Promise<number> {
  const row = await filtered(knex, asked).count({ total: '*' }).first()
  return Number((row as { total?: string } | undefined)?.total ?? 0)
}

const filtered = (knex: Knex, { q, filters }: InventoryAsked) =>
  knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .leftJoin('ops_console.ops_console_device_states as s', {
      's.tenant_id': 'd.tenant_id',
      's.device_id': 'd.id',
    })
    .modify((query) => {
      if (filters.rollout) void query.where('d.rollout', filters.rollout)
      else void query.whereNot('d.rollout', 'retired')
      for (const field of ['kind', 'model', 'origin'])
        if (filters[field]) void query.where(`d.${field}`, filters[field])
      if (filters.state) void query.whereRaw(`coalesce(s.state, 'UNKNOWN') = ?`, [filters.state])
      if (filters.played) void query.where('d.simulated', filters.played === 'simulated')
      if (filters.secret)
        void query.whereRaw(`cardinality(${SECRETS}) ${filters.secret === 'set' ? '>' : '='} 0`)
      for (const word of q.split(/\s+/).filter(Boolean)) {
        const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
        const text = `concat_ws(' ', t.slug, t.short_name, t.name, d.name, d.serial, d.host, d.model, d.key)`
        void query.whereRaw(`${text} ilike ?`, [like])
      }
    })
