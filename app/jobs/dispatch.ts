import type { Queries } from '../bus/queries.ts'
import type { JobDefinition } from './define_job.ts'
import { JobsNotBound } from './errors.ts'

/** What people read on the page of jobs: a message key with its values. */
export interface JobTitle {
  key: string
  values?: Record<string, unknown>
}

export interface JobsWriter extends Queries {
  /** Wakes the workers once the transaction is committed; without it they look every second. */
  afterCommit?(wake: () => void): void
}

let writerOf: (() => JobsWriter) | null = null
let wake: () => void = () => {}

/** Called once at start: where `dispatch` finds the current tenant transaction, and how it wakes the workers. */
export function bindJobs(writer: () => JobsWriter, wakeWorkers: () => void = () => {}) {
  writerOf = writer
  wake = wakeWorkers
}

function bound(): JobsWriter {
  if (!writerOf) throw new JobsNotBound()
  return writerOf()
}

/**
 * Asks for a job in the current tenant transaction; it runs if and only if that commits. Returns the run's id: with
 * `unique`, that of the run already queued or running under the same key.
 *
 * @example await dispatch(exportPupils, { year: 2026 }, { title: { key: 'secretariat.export.title' }, unique: '2026' })
 */
export async function dispatch<Payload>(
  job: JobDefinition<Payload>,
  payload: NoInfer<Payload>,
  { title, unique }: { title: JobTitle; unique?: string },
  writer: JobsWriter = bound()
): Promise<string> {
  const [run] = await writer.query<{ id: string }>(
    `insert into core.jobs_runs (job, payload, title_key, title_values, unique_key) values (?, ?::jsonb, ?, ?::jsonb, ?)
     on conflict (tenant_id, job, unique_key) where unique_key is not null and state in ('queued', 'running') do nothing
     returning id`,
    [job.id, JSON.stringify(payload), title.key, JSON.stringify(title.values ?? {}), unique ?? null]
  )
  if (run) {
    writer.afterCommit?.(wake)
    return run.id
  }
  const [same] = await writer.query<{ id: string }>(
    `select id from core.jobs_runs where tenant_id = core.current_tenant() and job = ? and unique_key = ? and state in ('queued', 'running')`,
    [job.id, unique]
  )
  // It ended between the two statements: ask again.
  return same ? same.id : dispatch(job, payload, { title, unique }, writer)
}

/** Asks a run of the current tenant to stop. False when it is over or belongs to somebody else. */
export async function cancelRun(runId: string, writer: JobsWriter = bound()): Promise<boolean> {
  const rows = await writer.query(
    `update core.jobs_runs set cancel_requested_at = now()
     where tenant_id = core.current_tenant() and id = ? and state in ('queued', 'running') returning 1`,
    [runId]
  )
  writer.afterCommit?.(wake)
  return rows.length > 0
}
