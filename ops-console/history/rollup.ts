import type { Knex } from 'knex'
import { LEVELS, tableOf, type LevelRule } from './levels.ts'
import { keepRollupDue } from './rollup_due.ts'
import { bucketsMade } from './telemetry.ts'

const DUE = 'ops_console.ops_console_rollup_due'

/**
 * Sums up what is due, oldest first and fine before coarse; at most `most` buckets, so that a turn stays short. A bucket
 * is always made anew from all of the finer level, which makes late samples and repeated turns harmless.
 *
 * @returns how many buckets were made
 */
export async function rollUp(knex: Knex, now = new Date(), most = 60): Promise<number> {
  let made = 0
  if (!(await isAnythingDue(knex, now))) return made
  for (const rule of LEVELS) {
    while (made < most) {
      const at = await oldestDue(knex, rule, now)
      if (!at) break
      await knex.transaction((trx) => bucket(trx, rule, at))
      bucketsMade.inc()
      made++
    }
  }
  return made
}

const lastEnded = ({ seconds, grace }: LevelRule, now: Date) =>
  new Date(now.getTime() - (seconds + grace) * 1000)

/** What mostly is not so is found out with one question for all levels. */
async function isAnythingDue(knex: Knex, now: Date): Promise<boolean> {
  const { rows } = await knex.raw(
    `select from ${DUE} d join unnest(?::text[], ?::timestamptz[]) as x(level, ended) on d.level = x.level
     where d.at <= x.ended limit 1`,
    [LEVELS.map(({ level }) => level), LEVELS.map((rule) => lastEnded(rule, now).toISOString())]
  )
  return rows.length > 0
}

async function oldestDue(knex: Knex, rule: LevelRule, now: Date): Promise<Date | null> {
  const { level } = rule
  const ended = lastEnded(rule, now)
  const row = await knex(DUE).where({ level }).where('at', '<=', ended).min('at as at').first()
  return row?.at ?? null
}

async function bucket(trx: Knex.Transaction, rule: LevelRule, at: Date) {
  // Samples that are committed after this leave a note of their own.
  const taken = await trx(DUE).where({ level: rule.level, at }).delete()
  if (!taken) return
  await trx.raw(rule.from === 'raw' ? fromPolls(rule) : fromRollup(rule), { at, seconds: rule.seconds })
  await trx.raw(
    `insert into ops_console.ops_console_rollup_marks as mark (level, done_until)
     values (?, ?::timestamptz + make_interval(secs => ?))
     on conflict (level) do update set done_until = greatest(mark.done_until, excluded.done_until)`,
    [rule.level, at, rule.seconds]
  )
  const above = LEVELS.find(({ from }) => from === rule.level)
  if (above) await keepRollupDue(trx, above.level, [at])
}

const WITHIN = `at >= :at::timestamptz and at < :at::timestamptz + make_interval(secs => :seconds)`
const COLUMNS = 'tenant_id, device_id, at, layout_id, polls, answered, sums, mins, maxs, counts'
const REPLACE = `
  on conflict (tenant_id, device_id, at, layout_id) do update set polls = excluded.polls, answered = excluded.answered,
    sums = excluded.sums, mins = excluded.mins, maxs = excluded.maxs, counts = excluded.counts`

/** Of an entity polled once in the bucket the values are taken as they are; only more polls are worth a summing up. */
const fromPolls = ({ level }: LevelRule) => `
  insert into ${tableOf(level)} (${COLUMNS})
  with polls as materialized (
    select tenant_id, device_id, layout_id, answered, values from ${tableOf('raw')} where ${WITHIN}
  ), entities as materialized (
    select tenant_id, device_id, layout_id, count(*) as polls, count(*) filter (where answered) as answered,
      min(values) as once
    from polls group by tenant_id, device_id, layout_id
  ), places as (
    select p.tenant_id, p.device_id, p.layout_id, place, sum(value) as total, min(value) as least, max(value) as most,
      count(value) as known
    from polls p join entities e using (tenant_id, device_id, layout_id)
      cross join unnest(p.values) with ordinality as v (value, place)
    where e.polls > 1
    group by p.tenant_id, p.device_id, p.layout_id, place
  ), summed as (
    select tenant_id, device_id, layout_id, array_agg(total order by place) as sums, array_agg(least order by place) as mins,
      array_agg(most order by place) as maxs, array_agg(known::integer order by place) as counts
    from places group by tenant_id, device_id, layout_id
  )
  select tenant_id, device_id, :at::timestamptz, layout_id, e.polls, e.answered,
    coalesce(s.sums, e.once, '{}'), s.mins, s.maxs, s.counts
  from entities e left join summed s using (tenant_id, device_id, layout_id) ${REPLACE}`

const fromRollup = ({ level, from }: LevelRule) => `
  insert into ${tableOf(level)} (${COLUMNS})
  with finer as materialized (select * from ${tableOf(from)} where ${WITHIN}),
  entities as (
    select tenant_id, device_id, layout_id, sum(polls) as polls, sum(answered) as answered
    from finer group by tenant_id, device_id, layout_id
  ), places as (
    select f.tenant_id, f.device_id, f.layout_id, place, sum(total) as total, min(least) as least, max(most) as most,
      sum(coalesce(known, (total is not null)::integer)) as known
    from finer f cross join unnest(f.sums, coalesce(f.mins, f.sums), coalesce(f.maxs, f.sums), f.counts)
      with ordinality as v (total, least, most, known, place)
    group by f.tenant_id, f.device_id, f.layout_id, place
  ), summed as (
    select tenant_id, device_id, layout_id, array_agg(total order by place) as sums, array_agg(least order by place) as mins,
      array_agg(most order by place) as maxs, array_agg(known::integer order by place) as counts
    from places group by tenant_id, device_id, layout_id
  )
  select tenant_id, device_id, :at::timestamptz, layout_id, e.polls, e.answered, coalesce(s.sums, '{}'), s.mins, s.maxs,
    s.counts
  from entities e left join summed s using (tenant_id, device_id, layout_id) ${REPLACE}`
