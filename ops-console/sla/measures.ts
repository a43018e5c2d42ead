import type { Knex } from 'knex'
import type { DevicePlace } from '#ops/history/place'
import type { Interval } from './intervals.ts'
import type { SlaInputs } from './settle.ts'

const MINUTE = 60_000
/** A minute without a probe now and then is jitter; only longer silence of the prober is time that nobody measured. */
const JITTER_MS = 3 * MINUTE

const within = (from: number, to: number) => ({ from: new Date(from), to: new Date(to) })

/** Stretches in which the link was neither probed nor polled. */
export async function unmeasured(knex: Knex, place: DevicePlace, service: Interval): Promise<Interval[]> {
  const { rows } = await knex.raw(
    `with known as (
       select at from ops_console.ops_console_link_minutes
       where tenant_id = :tenantId and device_id = :deviceId and at >= :from and at < :to and sent > 0
       union
       select at from ops_console.ops_console_rollup_1m
       where tenant_id = :tenantId and device_id = :deviceId and at >= :from and at < :to and polls > 0
     ), steps as (select at, lag(at) over (order by at) as before from known)
     select (select min(at) from known) as first, (select max(at) from known) as last, before, at
     from (select 1) as one left join steps on at - before > make_interval(secs => :jitter) order by at`,
    { ...place, ...within(service.from - MINUTE, service.to), jitter: JITTER_MS / 1000 }
  )
  const [{ first, last }] = rows
  if (!first) return [service]
  const gaps: Interval[] = rows.filter((row: { at: Date | null }) => row.at).map(gap)
  if (first.getTime() - service.from > JITTER_MS) gaps.unshift({ from: service.from, to: first.getTime() })
  if (service.to - last.getTime() > JITTER_MS + MINUTE)
    gaps.push(gap({ before: last, at: new Date(service.to) }))
  return gaps
}

const gap = ({ before, at }: { before: Date; at: Date }) => ({
  from: before.getTime() + MINUTE,
  to: at.getTime(),
})

/** Probes and latency outside what is excluded. Lost probes have no latency. */
export async function probesOf(
  knex: Knex,
  place: DevicePlace,
  service: Interval,
  excluded: readonly Interval[]
): Promise<SlaInputs['probes']> {
  const bindings = { ...place, ...within(service.from, service.to), ...arrays(excluded) }
  const counted = await knex.raw(
    `select sum(sent)::integer as sent, sum(received)::integer as received ${MINUTES}`,
    bindings
  )
  const latency = await knex.raw(
    `select percentile_disc(0.95) within group (order by rtt) as p95 from (select unnest(rtts) as rtt ${MINUTES}) as raw`,
    bindings
  )
  const { sent, received } = counted.rows[0]
  return { sent: sent ?? 0, received: received ?? 0, latencyP95Ms: latency.rows[0].p95 }
}

/** 95th percentile of the link's averages over 5 minutes. */
export async function trafficOf(
  knex: Knex,
  place: DevicePlace,
  service: Interval
): Promise<SlaInputs['traffic']> {
  const { rows } = await knex.raw(
    `select name, percentile_disc(0.95) within group (order by mean) as p95 from (
       select r.at, n.name, sum(r.sums[n.place]) / sum(coalesce(r.counts[n.place], 1)) as mean
       from ops_console.ops_console_rollup_5m r join ops_console.ops_console_layouts l on l.id = r.layout_id
       cross join lateral (select name, place from unnest(l.names) with ordinality as n (name, place)
         where name in ('inBps', 'outBps')) n
       where r.tenant_id = :tenantId and r.device_id = :deviceId and r.at >= :from and r.at < :to
         and r.sums[n.place] is not null
       group by r.at, n.name) as means group by name`,
    { ...place, ...within(service.from, service.to) }
  )
  const p95 = (name: string) => rows.find((row: { name: string }) => row.name === name)?.p95 ?? null
  return { inBpsP95: p95('inBps'), outBpsP95: p95('outBps') }
}

/** Runs of whole minutes in which every probe was lost. */
export async function silentMinutes(
  knex: Knex,
  place: DevicePlace,
  { from, to }: Interval
): Promise<Interval[]> {
  const { rows } = await knex.raw(
    `select at from ops_console.ops_console_link_minutes where tenant_id = :tenantId and device_id = :deviceId
       and at >= :from and at < :to and sent > 0 and received = 0 order by at`,
    { ...place, ...within(from, to) }
  )
  return rows.map(({ at }: { at: Date }) => ({ from: at.getTime(), to: at.getTime() + MINUTE }))
}

const arrays = (excluded: readonly Interval[]) => ({
  starts: excluded.map(({ from }) => new Date(from)),
  ends: excluded.map(({ to }) => new Date(to)),
})

const MINUTES = `
  from ops_console.ops_console_link_minutes m
  where tenant_id = :tenantId and device_id = :deviceId and at >= :from and at < :to
    and not exists (select from unnest(:starts::timestamptz[], :ends::timestamptz[]) as e (starts, ends)
                    where m.at >= e.starts and m.at < e.ends)`
