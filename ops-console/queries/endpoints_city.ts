import type { Knex } from 'knex'
import { opsPool } from '#ops/acting'
import { nextThreatStates } from '#ops/endpoints/threat_states'
import { day } from './endpoints_unit.ts'

const OPS = 'ops_console.ops_console_'

export interface UnitCoverage {
  id: string
  unit: string
  shortName: string
  unitName: string
  computers: number
  online: number
  seen: number
  workstations: number | null
  coverage: number | null
  infected: number
  outdated: number
}

/** The tenant of a unit by its short address; null when there is none. */
export async function unitOf(slug: string): Promise<number | null> {
  const row = await opsPool()('core.tenancy_tenants').where({ slug }).first('id')
  return row?.id ?? null
}

/** Coverage of every unit that has a mapped group or computers. */
export async function coverageByUnit(knex: Knex): Promise<UnitCoverage[]> {
  const { rows } = await knex.raw(
    `with newest as (select max(definitions_on) as on_day from ${OPS}computers where gone_at is null),
     own as (
       select tenant_id, count(*)::int as computers, count(*) filter (where online)::int as online,
         count(*) filter (where last_seen_at > now() - interval '7 days')::int as seen,
         count(*) filter (where infected)::int as infected,
         count(*) filter (where online and definitions_on < on_day - 3)::int as outdated
       from ${OPS}computers, newest where gone_at is null group by tenant_id),
     counted as (select distinct on (tenant_id) tenant_id, count from ${OPS}workstations order by tenant_id, entered_at desc)
     select t.slug as id, t.slug as unit, t.short_name as "shortName", t.name as "unitName",
       coalesce(computers, 0) as computers, coalesce(online, 0) as online, coalesce(seen, 0) as seen,
       coalesce(infected, 0) as infected, coalesce(outdated, 0) as outdated, w.count as workstations,
       case when w.count > 0 then least(100, round(coalesce(seen, 0) * 100.0 / w.count))::int end as coverage
     from core.tenancy_tenants t left join own o on o.tenant_id = t.id left join counted w on w.tenant_id = t.id
     where o.tenant_id is not null
        or exists (select from ${OPS}endpoint_groups g where g.tenant_id = t.id and g.valid_to is null)
     order by infected desc, coverage nulls first, t.short_name collate "pl-x-icu"`
  )
  return rows
}

export interface DefinitionsAge {
  /** Days behind the newest; 8 stands for eight and more. */
  days: number
  computers: number
}

export async function definitionsAges(knex: Knex): Promise<DefinitionsAge[]> {
  const { rows } = await knex.raw(
    `with newest as (select max(definitions_on) as on_day from ${OPS}computers where gone_at is null)
     select d.days, count(c.id)::int as computers from generate_series(0, 8) d(days)
     left join (select id, least(8, n.on_day - definitions_on) as days from ${OPS}computers, newest n
       where gone_at is null and definitions_on is not null) c on c.days = d.days
     group by d.days order by d.days`
  )
  return rows
}

/** What waits for the IT department: requests, groups nobody mapped, open threat cases. */
export async function cityQueues(knex: Knex) {
  const vpn = await knex(`${OPS}vpn_permissions as p`)
    .join('core.tenancy_tenants as t', 't.id', 'p.tenant_id')
    .whereIn('p.state', ['requested', 'granted'])
    .select('p.id', 'p.person_name as person', 'p.state', 'p.requested_at', 't.short_name as shortName')
    .orderByRaw(`p.state desc, p.requested_at`)
  const groups = await knex(`${OPS}computers as c`)
    .join('core.tenancy_tenants as t', 't.id', 'c.tenant_id')
    .where('t.slug', 'um-lublin')
    .whereNull('c.gone_at')
    .whereNotExists((query) =>
      query.from(`${OPS}endpoint_groups as g`).whereRaw('g.group_path = c.group_path and g.valid_to is null')
    )
    .groupBy('c.group_path')
    .select('c.group_path as group', knex.raw('count(*)::int as computers'))
    .orderBy('c.group_path')
  const cases = await knex(`${OPS}threat_cases as k`)
    .join('core.tenancy_tenants as t', 't.id', 'k.tenant_id')
    .leftJoin(`${OPS}computers as c`, { 'c.tenant_id': 'k.tenant_id', 'c.hardware_key': 'k.hardware_key' })
    .whereNull('k.closed_at')
    .select(
      'k.id',
      'k.computer_name as computer',
      'k.state',
      'k.opened_at',
      'c.infected',
      't.short_name as shortName'
    )
    .orderBy('k.opened_at')
    .limit(100)
  const packages = await knex(`${OPS}packages as p`)
    .join('core.tenancy_tenants as t', 't.id', 'p.tenant_id')
    .whereNull('p.withdrawn_at')
    .select('p.id', 'p.name', 'p.version', 'p.sha256', 't.short_name as shortName')
    .orderBy('p.uploaded_at', 'desc')
    .limit(100)
  return {
    vpn: vpn.map(({ requested_at: at, ...one }) => ({ ...one, at: at.toISOString() as string })),
    groups: groups as { group: string; computers: number }[],
    cases: cases.map(({ opened_at: at, infected, ...one }) => ({
      ...one,
      infected: infected === true,
      openedAt: at.toISOString() as string,
      next: nextThreatStates(one.state),
    })),
    packages,
  }
}

export async function cityLicence(knex: Knex) {
  const row = await knex(`${OPS}licences`).first()
  return row
    ? {
        ordered: row.ordered,
        unexpired: row.unexpired,
        expiresOn: day(row.expires_on),
        at: row.read_at.toISOString(),
      }
    : null
}
