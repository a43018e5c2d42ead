import type { Knex } from 'knex'
import type { Interval } from './intervals.ts'
import { tableExists, type ContractLink } from './links.ts'
import { outagesOf } from './read_outages.ts'
import type { Exclusion, Limits } from './settle.ts'
import { occurrences, type AgreedWindow } from './windows.ts'

type Refused = (Interval & { evidence: string | null; late: boolean })[]

/** What leaves the account of a link, each with its evidence, and the windows that do not. */
export async function exclusionsOf(
  knex: Knex,
  link: ContractLink,
  within: Interval,
  limits: Limits
): Promise<{ exclusions: Exclusion[]; refused: Refused }> {
  const windows = occurrences(await windowsOf(knex, link), within, limits.noticeHours)
  const agreed = windows.filter(({ window, inTime }) => window.slaExcluded && inTime)
  return {
    exclusions: [
      ...agreed.map(({ from, to, window }) => ({
        from,
        to,
        cause: 'window' as const,
        evidence: window.reason,
      })),
      ...(await coreOutages(knex, link, within)),
      ...(await suspensions(knex, link, within)),
      ...(await entered(knex, link, within)),
    ].sort((a, b) => a.from - b.from || a.to - b.to || a.cause.localeCompare(b.cause)),
    refused: windows
      .filter((one) => !agreed.includes(one))
      .map(({ from, to, window }) => ({ from, to, evidence: window.reason, late: window.slaExcluded })),
  }
}

async function windowsOf(knex: Knex, { tenantId, deviceId }: ContractLink): Promise<AgreedWindow[]> {
  if (!(await tableExists(knex, 'ops_console_windows'))) return []
  const { rows } = await knex.raw(
    `select w.id, w.starts_at, w.ends_at, w.sla_excluded, w.announced_at, to_jsonb(w) as whole
     from ops_console.ops_console_windows w
     where to_jsonb(w) ->> 'scope' = 'city' or (w.tenant_id = :tenantId and (to_jsonb(w) ->> 'scope' = 'unit'
       or w.device_id = :deviceId)) or w.device_id in (${CORES})`,
    { tenantId, deviceId }
  )
  return rows.map(asWindow)
}

function asWindow(
  row: Record<string, Date | null> & { id: string; sla_excluded: boolean; whole: Record<string, never> }
) {
  const { whole } = row
  return {
    ...{ id: row.id, startsAt: row.starts_at!.getTime(), endsAt: row.ends_at!.getTime() },
    ...{ slaExcluded: row.sla_excluded, announcedAt: row.announced_at?.getTime() ?? null },
    repeats: whole.repeats ?? 'none',
    repeatsUntil: whole.repeats_until ?? null,
    endedAt: whole.ended_at ? Date.parse(whole.ended_at) : null,
    reason: [whole.reason, whole.supplier_reference].filter(Boolean).join(' · ') || null,
  }
}

/** Routers of the city on the way to this link. */
const CORES = `
  with recursive above as (
    select parent_tenant_id, parent_id from ops_console.ops_console_parents
    where tenant_id = :tenantId and device_id = :deviceId
    union
    select p.parent_tenant_id, p.parent_id from ops_console.ops_console_parents p
    join above a on a.parent_tenant_id = p.tenant_id and a.parent_id = p.device_id
  ) select d.id from above a join ops_console.ops_console_devices d on d.tenant_id = a.parent_tenant_id
    and d.id = a.parent_id and d.kind = 'core'`

/** The city's side was out: the core's own outages, even where the link was thought down first. */
async function coreOutages(
  knex: Knex,
  { tenantId, deviceId }: ContractLink,
  within: Interval
): Promise<Exclusion[]> {
  const { rows } = await knex.raw(
    `select tenant_id, id, coalesce(name, key) as name from ops_console.ops_console_devices where id in (${CORES})`,
    { tenantId, deviceId }
  )
  const found: Exclusion[] = []
  for (const core of rows) {
    const { down } = await outagesOf(knex, { tenantId: core.tenant_id, deviceId: core.id }, within)
    found.push(...down.map((one) => ({ ...one, cause: 'city' as const, evidence: core.name })))
  }
  return found
}

async function suspensions(
  knex: Knex,
  { tenantId, linkId }: ContractLink,
  within: Interval
): Promise<Exclusion[]> {
  if (!(await tableExists(knex, 'ops_console_link_steps'))) return []
  const { rows } = await knex.raw(
    `select at, until, remarks from (select at, became, remarks, lead(at) over (order by at, id) as until
       from ops_console.ops_console_link_steps where tenant_id = ? and link_id = ? and was <> became) as steps
     where became = 'suspended' and at < ? and coalesce(until, 'infinity') > ?`,
    [tenantId, linkId, new Date(within.to), new Date(within.from)]
  )
  return rows.map((row: { at: Date; until: Date | null; remarks: string | null }) => ({
    ...{ from: row.at.getTime(), to: row.until?.getTime() ?? within.to },
    ...{ cause: 'suspension' as const, evidence: row.remarks },
  }))
}

async function entered(
  knex: Knex,
  { tenantId, deviceId }: ContractLink,
  within: Interval
): Promise<Exclusion[]> {
  const rows = await knex('ops_console.ops_console_sla_exclusions')
    .where({ tenant_id: tenantId, device_id: deviceId })
    .where('starts_at', '<', new Date(within.to))
    .where('ends_at', '>', new Date(within.from))
    .select('cause', 'starts_at', 'ends_at', 'evidence')
  return rows.map((row) => ({
    ...{ from: row.starts_at.getTime(), to: row.ends_at.getTime(), cause: row.cause, evidence: row.evidence },
  }))
}
