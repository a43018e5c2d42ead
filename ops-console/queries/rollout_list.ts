import type { Knex } from 'knex'
import type { LinkState } from '#ops/inventory/link'

export interface RolloutRow {
  id: string
  unit: string
  shortName: string
  unitName: string
  supplier: string
  state: LinkState
  resumes: LinkState | null
  stageSince: string
  plannedOn: string | null
  /** Day of the activation in Warsaw. */
  activatedOn: string | null
  openDefects: number
  blockingDefects: number
  deviceRollout: string | null
  deviceModel: string | null
}

export interface RolloutAsked {
  q: string
  filters: Record<string, string>
  sort: { by: string; direction: 'asc' | 'desc' }
}

const STATES = `array['rework','suspended','planned','route_agreed','cabinet_installed','documented','protocol_signed','testing','tests_passed','active','decommissioned']`

const SORTS: Record<string, string> = {
  unit: 't.short_name collate "pl-x-icu"',
  state: `array_position(${STATES}, l.state)`,
  planned: 'l.planned_on',
  since: 'l.stage_since',
  defects: 'open_defects',
}
export const ROLLOUT_SORTS: [string, ...string[]] = ['unit', 'state', 'planned', 'since', 'defects']
export const ROLLOUT_FILTERS = ['state', 'late', 'defects', 'device']

/** Links of what the scope may see, on their way into service. `limit` null: all of them. */
export async function rolloutRows(
  knex: Knex,
  asked: RolloutAsked,
  today: string,
  limit: number | null,
  offset = 0
): Promise<RolloutRow[]> {
  const rows: (Omit<RolloutRow, 'stageSince'> & { stageSince: Date })[] = await filtered(knex, asked, today)
    .select(
      'l.id',
      't.slug as unit',
      't.short_name as shortName',
      't.name as unitName',
      'l.supplier',
      'l.state',
      'l.resumes'
    )
    .select('l.stage_since as stageSince', 'd.rollout as deviceRollout', 'd.model as deviceModel')
    .select(
      knex.raw(`l.planned_on::text as "plannedOn"`),
      knex.raw(`(l.activated_at at time zone 'Europe/Warsaw')::date::text as "activatedOn"`),
      knex.raw(
        `coalesce(f.open_defects, 0)::integer as "openDefects", coalesce(f.blocking, 0)::integer as "blockingDefects"`
      )
    )
    .orderByRaw(
      `${SORTS[asked.sort.by] ?? SORTS.unit} ${asked.sort.direction === 'desc' ? 'desc' : 'asc'} nulls last`
    )
    .orderBy('l.id')
    .modify((query) => void (limit === null || query.limit(limit).offset(offset)))
  return rows.map((row) => ({ ...row, stageSince: row.stageSince.toISOString() }))
}

export async function countRollout(knex: Knex, asked: RolloutAsked, today: string): Promise<number> {
  const row = await filtered(knex, asked, today).count({ total: '*' }).first()
  return Number(row?.total ?? 0)
}

const filtered = (knex: Knex, { q, filters }: RolloutAsked, today: string) =>
  knex('ops_console.ops_console_links as l')
    .join('core.tenancy_tenants as t', 't.id', 'l.tenant_id')
    .leftJoin('ops_console.ops_console_devices as d', (on) =>
      on.on('d.tenant_id', 'l.tenant_id').andOnVal('d.key', 'edge')
    )
    .leftJoin(
      knex('ops_console.ops_console_defects')
        .whereNull('resolved_at')
        .groupBy('tenant_id', 'link_id')
        .select('tenant_id', 'link_id')
        .select(knex.raw('count(*) as open_defects, count(*) filter (where blocking) as blocking'))
        .as('f'),
      (on) => on.on('f.tenant_id', 'l.tenant_id').andOn('f.link_id', 'l.id')
    )
    .modify((query) => {
      if (filters.state) void query.where('l.state', filters.state)
      if (filters.device) void query.where('d.rollout', filters.device)
      if (filters.defects === 'open') void query.where('f.open_defects', '>', 0)
      if (filters.defects === 'blocking') void query.where('f.blocking', '>', 0)
      if (filters.late === 'late') void query.where('l.planned_on', '<', today).whereNull('l.activated_at')
      for (const word of q.split(/\s+/).filter(Boolean)) {
        const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
        void query.whereRaw(`concat_ws(' ', t.short_name, t.name, t.slug, l.supplier) ilike ?`, [like])
      }
    })
