import { describe } from '../bus/retry.ts'
import { JobCancelled, JobUnknown } from './errors.ts'
import { clearFiles, keepFile } from './files.ts'
import type { Handed } from './hand_over.ts'
import { progressWriter } from './progress.ts'
import type { EndedRun, JobsContext } from './worker_options.ts'

const CANCEL_LOOK_MS = 500

interface Run {
  job: string
  payload: unknown
  cancel: boolean
}

/** One attempt of a run. Throws when it failed, so that the engine counts and tries again; `last` ends it instead. */
export async function execute(
  context: JobsContext,
  { tenantId, runId }: Handed,
  last: boolean
): Promise<void> {
  const { pool, known, notify, log } = context
  const run = await begin(context, { tenantId, runId })
  if (!run) return
  const job = known.get(run.job)
  let asked = run.cancel
  let seen = run.cancel
  const progress = progressWriter(pool, runId, () => notify(tenantId, runId))
  const watch = setInterval(() => {
    void pool
      .query<Run>(
        'select cancel_requested_at is not null as cancel from core.jobs_runs where tenant_id = $1 and id = $2',
        [tenantId, runId]
      )
      .then(({ rows }) => (asked ||= rows[0]?.cancel ?? true))
      .catch(() => {})
  }, CANCEL_LOOK_MS)
  try {
    if (asked) throw new JobCancelled()
    if (!job) throw new JobUnknown(run.job)
    await clearFiles(pool, { tenantId, runId })
    const result = await job.run(run.payload, {
      runId,
      tenantId,
      tenant: (work) => context.runInTenant(tenantId, work),
      progress: progress.report,
      file: (name, mediaType, body) =>
        keepFile(context.runInTenant, { tenantId, runId }, { name, mediaType, body }),
      cancelled: () => (seen ||= asked),
      log,
    })
    await progress.flush()
    await end(context, { tenantId, runId }, seen ? 'cancelled' : 'done', { result })
  } catch (error) {
    await progress.flush()
    if (error instanceof JobCancelled) return await end(context, { tenantId, runId }, 'cancelled', {})
    const text = describe(error)
    log.error({ job: run.job, runId, error: text }, 'jobs: attempt failed')
    await end(context, { tenantId, runId }, last ? 'failed' : 'queued', { error: text })
    throw error
  } finally {
    clearInterval(watch)
  }
}

async function begin({ pool, notify }: JobsContext, { tenantId, runId }: Handed): Promise<Run | null> {
  const { rows } = await pool.query<Run>(
    `update core.jobs_runs set state = 'running', attempt = attempt + 1, started_at = coalesce(started_at, now()), error = null
     where tenant_id = $1 and id = $2 and state in ('queued', 'running')
     returning job, payload, cancel_requested_at is not null as cancel`,
    [tenantId, runId]
  )
  if (rows[0]) notify(tenantId, runId)
  return rows[0] ?? null
}

type Ending = 'done' | 'cancelled' | 'failed' | 'queued'

/** Writes what came of an attempt; `queued` means another one follows. */
export async function end(
  { pool, notify, ended }: JobsContext,
  { tenantId, runId }: Handed,
  state: Ending,
  { result, error }: { result?: unknown; error?: string }
) {
  const { rows } = await pool.query<EndedRun>(
    `update core.jobs_runs set state = $3, result = $4::jsonb, error = $5,
       finished_at = case when $3 = 'queued' then null else now() end
     where tenant_id = $1 and id = $2 and state in ('queued', 'running')
     returning tenant_id as "tenantId", id as "runId", state, title_key as "titleKey", title_values as "titleValues",
       created_by as "startedBy"`,
    [tenantId, runId, state, result === undefined ? null : JSON.stringify(result), error ?? null]
  )
  notify(tenantId, runId)
  if (rows[0] && state !== 'queued') await ended(rows[0])
}
