import type { Knex } from 'knex'
import { day } from './endpoints_unit.ts'

export interface ComputerRow {
  id: string
  shortName: string
  name: string
  group: string
  online: boolean
  infected: boolean
  outdated: boolean
  definitionsOn: string | null
  lastSeenAt: string | null
}

export interface ComputersAsked {
  q: string
  filters: Record<string, string>
  sort: { by: string; direction: 'asc' | 'desc' }
}

const SORTS: Record<string, string> = {
  unit: 't.short_name collate "pl-x-icu"',
  name: 'c.name collate "pl-x-icu"',
  definitions: 'c.definitions_on',
  seen: 'c.last_seen_at',
}
export const COMPUTER_SORTS: [string, ...string[]] = ['unit', 'name', 'definitions', 'seen']
export const COMPUTER_FILTERS = ['state']
export const COMPUTER_STATES = ['infected', 'outdated', 'online', 'offline', 'unmapped'] as const

const OUTDATED = `(c.online and c.definitions_on < (select max(definitions_on) - 3 from ops_console.ops_console_computers where gone_at is null))`
const UNMAPPED = `t.slug = 'um-lublin' and not exists (select from ops_console.ops_console_endpoint_groups g
  where g.valid_to is null and (c.group_path = g.group_path or starts_with(c.group_path, g.group_path || chr(92))))`

const STATE_IS: Record<string, string> = {
  infected: 'c.infected',
  outdated: OUTDATED,
  online: 'c.online',
  offline: 'not c.online',
  unmapped: UNMAPPED,
}

interface Row {
  id: string
  short_name: string
  name: string
  group_path: string
  online: boolean
  infected: boolean
  outdated: boolean | null
  definitions_on: Date | string | null
  last_seen_at: Date | null
}

/** Protected computers of what the scope may see. `limit` null: all of them. */
export async function computerRows(
  knex: Knex,
  asked: ComputersAsked,
  limit: number | null,
  offset = 0
): Promise<ComputerRow[]> {
  const rows: Row[] = await filtered(knex, asked)
    .select('c.*', 't.short_name', knex.raw(`${OUTDATED} as outdated`))
    .orderByRaw(
      `${SORTS[asked.sort.by] ?? SORTS.unit} ${asked.sort.direction === 'desc' ? 'desc' : 'asc'} nulls last`
    )
    .orderBy('c.id')
    .modify((query) => void (limit === null || query.limit(limit).offset(offset)))
  return rows.map((row) => ({
    ...{ id: row.id, shortName: row.short_name, name: row.name, group: row.group_path },
    ...{ online: row.online, infected: row.infected, outdated: row.outdated === true },
    definitionsOn: day(row.definitions_on),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  }))
}

export async function countComputers(knex: Knex, asked: ComputersAsked): Promise<number> {
  const row = await filtered(knex, asked).count({ total: '*' }).first()
  return Number(row?.total ?? 0)
}

const filtered = (knex: Knex, { q, filters }: ComputersAsked) =>
  knex('ops_console.ops_console_computers as c')
    .join('core.tenancy_tenants as t', 't.id', 'c.tenant_id')
    .whereNull('c.gone_at')
    .modify((query) => {
      const state = filters.state && STATE_IS[filters.state]
      if (state) void query.whereRaw(state)
      for (const word of q.split(/\s+/).filter(Boolean)) {
        const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
        void query.whereRaw(`concat_ws(' ', t.short_name, t.name, c.name, c.group_path) ilike ?`, [like])
      }
    })
