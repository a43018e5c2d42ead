import type { Knex } from 'knex'
import type { DeviceKind } from '#ops/inventory/device'
import type { Fact } from '#ops/health/states'
import type { Severity } from '#ops/health/thresholds'
import { activeSilences, silences, type Silence } from '#ops/alarms/silences'

export interface IncidentRow {
  id: string
  /** Null: it concerns no single entity. */
  deviceId: string | null
  tenantId: number
  kind: DeviceKind | null
  unit: string
  shortName: string
  check: string
  instance: string
  severity: Severity
  fact: Fact | null
  openedAt: string
  closedAt: string | null
  closeReason: string | null
  reopened: number
  /** Entities cut off by it. */
  impacts: number
  /** Who has acknowledged it, and what they said. */
  owner: string | null
  comment: string | null
  supplier: string | null
  ticket: string | null
  silencedUntil: string | null
}

export interface IncidentAsked {
  state?: 'open' | 'closed'
  severity?: string
  check?: string
  kind?: string
  /** `taken` or `free`. */
  owner?: string
  id?: string
  ids?: readonly string[]
  tenantId?: number
  q?: string
  sort?: { by: string; direction: 'asc' | 'desc' }
}

const SORTS: Record<string, string> = {
  openedAt: 'i.opened_at',
  closedAt: 'i.closed_at',
  unit: 't.short_name collate "pl-x-icu"',
  severity: `array_position(array['warning', 'critical'], i.severity)`,
  impacts: 'impacts',
  owner: 'i.acknowledged_name collate "pl-x-icu"',
}
export const INCIDENT_SORTS: [string, ...string[]] = Object.keys(SORTS) as [string, ...string[]]
export const INCIDENT_FILTERS = ['state', 'severity', 'check', 'kind', 'owner']

type Found = Omit<IncidentRow, 'openedAt' | 'closedAt' | 'silencedUntil'> & {
  openedAt: Date
  closedAt: Date | null
}

/** Incidents of what the scope may see; open ones first, then the newest, unless asked otherwise. */
export async function incidentRows(
  knex: Knex,
  asked: IncidentAsked,
  limit: number,
  offset = 0
): Promise<IncidentRow[]> {
  const { by, direction } = asked.sort ?? { by: 'openedAt', direction: 'desc' }
  const rows: Found[] = await filtered(knex, asked)
    .select('i.id', 'i.device_id as deviceId', 'i.tenant_id as tenantId', 'd.kind')
    .select('t.slug as unit', 't.short_name as shortName', 'i.check_code as check', 'i.instance')
    .select('i.severity', 'i.fact', 'i.reopened', 'i.supplier', 'i.ticket', 'i.close_reason as closeReason')
    .select('i.opened_at as openedAt', 'i.closed_at as closedAt')
    .select('i.acknowledged_name as owner', 'i.acknowledged_comment as comment')
    .select(knex.raw(`${IMPACTED} as impacts`))
    .orderByRaw('i.closed_at is not null')
    .orderByRaw(`${SORTS[by] ?? SORTS.openedAt} ${direction === 'asc' ? 'asc' : 'desc'} nulls last`)
    .orderBy('i.id', 'desc')
    .limit(limit)
    .offset(offset)
  const quiet = rows.some(({ closedAt }) => closedAt === null) ? await silencesSeen(knex) : []
  return rows.map((row) => ({
    ...row,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    silencedUntil: row.closedAt ? null : silencedUntil(row, quiet),
  }))
}

/** The application's role in a unit reads no silences; there none matters. */
const silencesSeen = async (knex: Knex): Promise<Silence[]> => {
  const { rows } = await knex.raw(
    `select has_table_privilege('ops_console.ops_console_silences', 'select') as may`
  )
  return rows[0].may ? activeSilences(knex, new Date()) : []
}

const silencedUntil = (row: Found, quiet: Silence[]): string | null =>
  quiet.findLast((silence) => silences(silence, row))?.endsAt.toISOString() ?? null

const IMPACTED = `(select count(distinct m.device_id)::integer from ops_console.ops_console_impacts m where m.incident_id = i.id)`

export async function countIncidents(knex: Knex, asked: IncidentAsked): Promise<number> {
  const row = await filtered(knex, asked).count({ total: '*' }).first()
  return Number(row?.total ?? 0)
}

/** Checks that incidents were opened for, as the filter offers them. */
export const incidentChecks = (knex: Knex): Promise<string[]> =>
  knex('ops_console.ops_console_incidents').distinct('check_code').orderBy('check_code').pluck('check_code')

const filtered = (knex: Knex, { state, severity, check, kind, owner, id, ids, tenantId, q }: IncidentAsked) =>
  knex('ops_console.ops_console_incidents as i')
    .join('core.tenancy_tenants as t', 't.id', 'i.tenant_id')
    .leftJoin('ops_console.ops_console_devices as d', { 'd.tenant_id': 'i.tenant_id', 'd.id': 'i.device_id' })
    .modify((query) => {
      if (state === 'open') void query.whereNull('i.closed_at')
      if (state === 'closed') void query.whereNotNull('i.closed_at')
      if (id) void query.where('i.id', id)
      if (ids) void query.whereRaw('i.id = any(?)', [[...ids]])
      if (tenantId !== undefined) void query.where('i.tenant_id', tenantId)
      if (severity) void query.where('i.severity', severity)
      if (check) void query.where('i.check_code', check)
      if (kind) void query.where('d.kind', kind)
      if (owner === 'taken') void query.whereNotNull('i.acknowledged_at')
      if (owner === 'free') void query.whereNull('i.acknowledged_at').whereNull('i.closed_at')
      for (const word of (q ?? '').split(/\s+/).filter(Boolean)) {
        const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
        void query.whereRaw(`concat_ws(' ', t.short_name, t.name, i.ticket, i.acknowledged_name) ilike ?`, [
          like,
        ])
      }
    })
