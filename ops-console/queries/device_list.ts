import type { Knex } from 'knex'
import type { DeviceKind, Rollout } from '#ops/inventory/device'
import type { Figures } from '#ops/health/figures'
import type { EntityState, Fact } from '#ops/health/states'

export interface DeviceRow {
  id: string
  unit: string
  shortName: string
  unitName: string
  key: string
  kind: DeviceKind
  model: string | null
  serial: string | null
  host: string | null
  rollout: Rollout
  simulated: boolean
  software: string | null
  state: EntityState
  since: string | null
  fact: Fact | null
  figures: Partial<Figures>
}

export interface DevicesAsked {
  q: string
  filters: Record<string, string>
  sort: { by: string; direction: 'asc' | 'desc' }
}

const SORTS: Record<string, string> = {
  unit: 't.short_name collate "pl-x-icu"',
  kind: `array_position(array['core','sepm','cpe','edge','switch','endpoints','other'], d.kind)`,
  model: 'd.model',
  serial: 'd.serial',
  rollout: 'd.rollout',
  state: `array_position(array['DOWN','UNREACHABLE','UNKNOWN','DEGRADED','MAINTENANCE','UP','DISABLED'], s.state)`,
  since: 's.since',
}
export const DEVICE_SORTS: [string, ...string[]] = [
  'unit',
  'kind',
  'model',
  'serial',
  'rollout',
  'state',
  'since',
]
export const DEVICE_FILTERS = ['state', 'kind', 'model', 'rollout']

/** Devices of what the scope may see, with their present state. `limit` null: all of them. */
export async function deviceRows(
  knex: Knex,
  asked: DevicesAsked,
  limit: number | null,
  offset = 0
): Promise<DeviceRow[]> {
  const rows = await filtered(knex, asked)
    .select('d.id', 'd.key', 'd.kind', 'd.model', 'd.serial', 'd.host', 'd.rollout', 'd.simulated')
    .select('t.slug as unit', 't.short_name as shortName', 't.name as unitName')
    .select('s.since', 's.fact', knex.raw(`coalesce(s.state, 'UNKNOWN') as state`))
    .select(knex.raw(`coalesce(s.figures, '{}') as figures`), knex.raw(`s.learnt ->> 'software' as software`))
    .orderByRaw(
      `${SORTS[asked.sort.by] ?? SORTS.unit} ${asked.sort.direction === 'desc' ? 'desc' : 'asc'} nulls last`
    )
    .orderBy('d.id')
    .modify((query) => void (limit === null || query.limit(limit).offset(offset)))
  return (rows as unknown as (Omit<DeviceRow, 'since'> & { since: Date | null })[]).map((row) => ({
    ...row,
    since: row.since?.toISOString() ?? null,
  }))
}

export async function countDevices(knex: Knex, asked: DevicesAsked): Promise<number> {
  const row = await filtered(knex, asked).count({ total: '*' }).first()
  return Number(row?.total ?? 0)
}

/** Values that the filters of the list offer. */
export async function deviceModels(knex: Knex): Promise<string[]> {
  return knex('ops_console.ops_console_devices')
    .whereNotNull('model')
    .distinct('model')
    .orderBy('model')
    .pluck('model')
}

const filtered = (knex: Knex, { q, filters }: DevicesAsked) =>
  knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .leftJoin('ops_console.ops_console_device_states as s', {
      's.tenant_id': 'd.tenant_id',
      's.device_id': 'd.id',
    })
    .whereNot('d.rollout', 'retired')
    .modify((query) => {
      if (filters.state) void query.where('s.state', filters.state)
      if (filters.kind) void query.where('d.kind', filters.kind)
      if (filters.model) void query.where('d.model', filters.model)
      if (filters.rollout) void query.where('d.rollout', filters.rollout)
      for (const word of q.split(/\s+/).filter(Boolean)) {
        const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
        void query.whereRaw(`concat_ws(' ', t.short_name, t.name, d.serial, d.host, d.model) ilike ?`, [like])
      }
    })
