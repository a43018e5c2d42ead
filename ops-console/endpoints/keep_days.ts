import type { Knex } from 'knex'
import type { MetricValues } from '#ops/health/metrics'
import { warsawDay } from '@unia/platform/values'

/** Keeps the latest figures of the day of every unit, for coverage over time. */
export async function keepDays(knex: Knex, values: ReadonlyMap<number, MetricValues>, at: Date) {
  if (!values.size) return
  const rows = [...values].map(([tenant_id, of]) => ({
    ...{ tenant_id, computers: of.endpoints, online: of.endpointsOnline, infected: of.endpointsInfected },
    outdated: of.endpointsOutdated,
  }))
  await knex.raw(
    `insert into ops_console.ops_console_endpoint_days as d (tenant_id, day, computers, online, seen, infected, outdated, workstations)
     select r.tenant_id, ?, r.computers, r.online,
       (select count(*) from ops_console.ops_console_computers c where c.tenant_id = r.tenant_id and c.gone_at is null
         and c.last_seen_at > ?::timestamptz - interval '7 days'),
       r.infected, r.outdated,
       (select w.count from ops_console.ops_console_workstations w where w.tenant_id = r.tenant_id
         order by w.entered_at desc limit 1)
     from jsonb_to_recordset(?::jsonb) as r(tenant_id integer, computers integer, online integer, infected integer, outdated integer)
     on conflict (tenant_id, day) do update set computers = excluded.computers, online = excluded.online,
       seen = excluded.seen, infected = excluded.infected, outdated = excluded.outdated, workstations = excluded.workstations`,
    [warsawDay(at), at, JSON.stringify(rows)]
  )
}
