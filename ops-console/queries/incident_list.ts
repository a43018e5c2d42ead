import type { Knex } from 'knex'
import type { Fact } from '#ops/health/states'
import type { Severity } from '#ops/health/thresholds'

export interface IncidentRow {
  id: string
  deviceId: string
  unit: string
  shortName: string
  check: string
  severity: Severity
  fact: Fact | null
  openedAt: string
  closedAt: string | null
  reopened: number
}

export interface IncidentAsked {
  state?: 'open' | 'closed'
  severity?: string
  q?: string
  sort?: { by: string; direction: 'asc' | 'desc' }
}

const SORTS: Record<string, string> = {
  openedAt: 'i.opened_at',
  closedAt: 'i.closed_at',
  unit: 't.short_name',
  severity: 'i.severity',
}
export const INCIDENT_SORTS: [string, ...string[]] = ['openedAt', 'closedAt', 'unit', 'severity']

/** Incidents of what the scope may see; the newest first unless asked otherwise. */
export async function incidentRows(
  knex: Knex,
  asked: IncidentAsked,
  limit: number,
  offset = 0
): Promise<IncidentRow[]> {
  const { by, direction } = asked.sort ?? { by: 'openedAt', direction: 'desc' }
  const rows = await filtered(knex, asked)
    .select('i.id', 'i.device_id as deviceId', 't.slug as unit', 't.short_name as shortName')
    .select('i.check_code as check', 'i.severity', 'i.fact', 'i.reopened')
    .select('i.opened_at as openedAt', 'i.closed_at as closedAt')
    .orderBy(SORTS[by] ?? 'i.opened_at', direction)
    .orderBy('i.id')
    .limit(limit)
    .offset(offset)
  return rows.map(
    (row: Omit<IncidentRow, 'openedAt' | 'closedAt'> & { openedAt: Date; closedAt: Date | null }) => ({
      ...row,
      openedAt: row.openedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
    })
  )
}

export async function countIncidents(knex: Knex, asked: IncidentAsked): Promise<number> {
  const row = await filtered(knex, asked).count({ total: '*' }).first()
  return Number(row?.total ?? 0)
}

const filtered = (knex: Knex, { state, severity, q }: IncidentAsked) =>
  knex('ops_console.ops_console_incidents as i')
    .join('core.tenancy_tenants as t', 't.id', 'i.tenant_id')
    .modify((query) => {
      if (state === 'open') void query.whereNull('i.closed_at')
      if (state === 'closed') void query.whereNotNull('i.closed_at')
      if (severity) void query.where('i.severity', severity)
      if (q)
        void query.where((own) => own.whereILike('t.name', `%${q}%`).orWhereILike('t.short_name', `%${q}%`))
    })
