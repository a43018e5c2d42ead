import type { PgBoss } from 'pg-boss'
import type { JobsContext } from './worker_options.ts'

const QUEUE = 'unia-schedules'
const ZONE = 'Europe/Warsaw'

/** Keeps the engine's timetable equal to what the jobs declare, and queues a run for each unit when the time comes. */
export async function startSchedules(context: JobsContext, boss: PgBoss): Promise<void> {
  await boss.createQueue(QUEUE)
  const wanted = [...context.known.values()].filter((job) => job.schedule)
  const keys = new Set(wanted.map((job) => job.id))
  for (const { key } of await boss.getSchedules(QUEUE)) if (!keys.has(key)) await boss.unschedule(QUEUE, key)
  for (const { id, schedule } of wanted)
    await boss.schedule(QUEUE, schedule!.cron, { job: id }, { tz: ZONE, key: id })
  if (!wanted.length) return
  await boss.work<{ job: string }>(QUEUE, async (fired) => {
    for (const { data } of fired) await queueEverywhere(context, data.job)
  })
}

/** One run in each unit that has the plugin on, unless the last one is still at it. */
export async function queueEverywhere({ pool, known, tenantsOf }: JobsContext, id: string): Promise<void> {
  const schedule = known.get(id)?.schedule
  if (!schedule) return
  const tenants = await tenantsOf(id.split('.')[0]!)
  await pool.query(
    `insert into core.jobs_runs (tenant_id, job, payload, title_key, unique_key)
     select tenant, $2, $3::jsonb, $4, 'schedule' from unnest($1::integer[]) tenant
     on conflict (tenant_id, job, unique_key) where unique_key is not null and state in ('queued', 'running') do nothing`,
    [tenants, id, JSON.stringify(schedule.payload ?? null), schedule.titleKey]
  )
}
