import type { Knex } from 'knex'

const TABLE = 'ops_console.ops_console_event_quarantine'

export interface QuarantineRow {
  id: string
  source: string
  serial: string
  reason: string
  via: string
  firstAt: string
  lastAt: string
  count: number
  sample: string
  /** A person can say whose it is. A wrong community or a serial that is somebody else's is no matter of assigning. */
  assignable: boolean
}

const SORTS: Record<string, string> = { lastAt: 'last_at', count: 'count', source: 'source' }
export const QUARANTINE_SORTS: [string, ...string[]] = ['lastAt', 'count', 'source']
export const ASSIGNABLE = ['unknown_source', 'unknown_serial', 'unknown_address']

type Found = Pick<QuarantineRow, 'source' | 'serial' | 'reason' | 'via' | 'sample'> & {
  count: string
  first_at: Date
  last_at: Date
}

interface Asked {
  q: string
  reason?: string
  sort: { by: string; direction: 'asc' | 'desc' }
}

/** Who sent us messages without our knowing them. */
export async function quarantineRows(knex: Knex, asked: Asked, limit: number, offset: number) {
  const rows: Found[] = await filtered(knex, asked)
    .select('source', 'serial', 'reason', 'via', 'count', 'sample', 'first_at', 'last_at')
    .orderBy(SORTS[asked.sort.by] ?? 'last_at', asked.sort.direction)
    .orderBy(['source', 'serial', 'reason'])
    .limit(limit)
    .offset(offset)
  return rows.map(({ first_at: firstAt, last_at: lastAt, count, ...row }): QuarantineRow => ({
    ...row,
    id: [row.source, row.serial, row.reason].join('/'),
    ...{ firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString(), count: Number(count) },
    assignable: ASSIGNABLE.includes(row.reason) && row.source !== '*',
  }))
}

export async function countQuarantine(knex: Knex, asked: Asked): Promise<number> {
  const row = await filtered(knex, asked).count({ total: '*' }).first()
  return Number(row?.total ?? 0)
}

const filtered = (knex: Knex, { q, reason }: Asked) =>
  knex(TABLE).modify((query) => {
    if (reason) void query.where({ reason })
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    if (q) void query.whereRaw(`concat_ws(' ', source, serial, sample) ilike ?`, [like])
  })

/** Devices that a message may be given to, by unit. */
export async function assignableDevices(knex: Knex): Promise<{ value: string; label: string }[]> {
  const rows = await knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .whereNot('d.rollout', 'retired')
    .whereNot('d.kind', 'endpoints')
    .select('d.id', 'd.key', 'd.model', 't.short_name')
    .orderByRaw('t.short_name collate "pl-x-icu", d.key')
  return rows.map((row) => ({
    value: row.id,
    label: [row.short_name, row.key, row.model].filter(Boolean).join(' · '),
  }))
}
