import type { Knex } from 'knex'
import { COLUMNS, nextTurn, runningTurn, WINDOWS, type Window } from '#ops/alarms/windows'
import { SILENCES } from '#ops/alarms/silences'

export interface WindowRow {
  id: string
  scope: Window['scope']
  unit: string
  shortName: string
  kind: string | null
  /** `running`, `ahead` or `over`. */
  state: 'running' | 'ahead' | 'over'
  from: string
  until: string
  repeats: Window['repeats']
  reason: string
  author: string
  supplier: string | null
  reference: string | null
  slaExcluded: boolean
  subtree: boolean
}

const PAST_DAYS = 30

/** Windows that run, are ahead, or ended in the last month; what runs first, then by time. */
export async function windowRows(knex: Knex, now: Date): Promise<WindowRow[]> {
  const past = new Date(now.getTime() - PAST_DAYS * 86_400_000)
  const rows: (Window & { unit: string; shortName: string; kind: string | null; startsOn: string })[] =
    await knex(`${WINDOWS} as w`)
      .join('core.tenancy_tenants as t', 't.id', 'w.tenant_id')
      .leftJoin('ops_console.ops_console_devices as d', {
        'd.tenant_id': 'w.tenant_id',
        'd.id': 'w.device_id',
      })
      .where((recent) =>
        recent
          .where('w.ends_at', '>', past)
          .orWhere((open) => open.whereNot('repeats', 'none').whereNull('ended_at'))
      )
      .select(Object.fromEntries(Object.entries(COLUMNS).map(([name, column]) => [name, `w.${column}`])))
      .select('t.slug as unit', 't.short_name as shortName', 'd.kind')
  return rows.map((row) => rowOf(row, now)).sort((a, b) => ORDER[a.state] - ORDER[b.state] || direction(a, b))
}

const ORDER = { running: 0, ahead: 1, over: 2 }
const direction = (a: WindowRow, b: WindowRow) => (a.state === 'over' ? -1 : 1) * a.from.localeCompare(b.from)

function rowOf(row: Window & { unit: string; shortName: string; kind: string | null }, now: Date): WindowRow {
  const running = runningTurn(row, now)
  const turn = running ?? nextTurn(row, now) ?? { from: row.startsAt, until: row.endedAt ?? row.endsAt }
  const state = running ? 'running' : turn.from > now && !row.endedAt ? 'ahead' : 'over'
  return {
    ...{ id: row.id, scope: row.scope, unit: row.unit, shortName: row.shortName, kind: row.kind, state },
    ...{ from: turn.from.toISOString(), until: turn.until.toISOString(), repeats: row.repeats },
    ...{
      reason: row.reason,
      author: row.authorName,
      supplier: row.supplier,
      reference: row.supplierReference,
    },
    ...{ slaExcluded: row.slaExcluded, subtree: row.subtree },
  }
}

export interface SilenceRow {
  id: string
  unit: string | null
  kind: string | null
  check: string | null
  severity: string | null
  device: string | null
  reason: string
  author: string
  endsAt: string
}

/** Silences in force, the one that ends first on top. */
export async function silenceRows(knex: Knex, now: Date): Promise<SilenceRow[]> {
  const rows = await knex(`${SILENCES} as s`)
    .leftJoin('core.tenancy_tenants as t', 't.id', 's.unit_tenant_id')
    .leftJoin('ops_console.ops_console_devices as d', 'd.id', 's.device_id')
    .leftJoin('core.tenancy_tenants as o', 'o.id', 'd.tenant_id')
    .where('s.ends_at', '>', now)
    .whereNull('s.ended_at')
    .orderBy('s.ends_at')
    .select('s.id', 't.short_name as unit', 's.kind', 's.check_code as check', 's.severity', 's.reason')
    .select('s.author_name as author', 's.ends_at as endsAt')
    .select(knex.raw(`case when d.id is not null then concat_ws(' ', o.short_name, d.key) end as device`))
  return rows.map((row) => ({ ...row, endsAt: row.endsAt.toISOString() }))
}
