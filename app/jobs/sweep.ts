import type { PgBoss } from 'pg-boss'
import { end } from './execute.ts'
import { dropExpiredFiles } from './files.ts'
import { QUEUE } from './hand_over.ts'
import type { RunLocks } from './run_locks.ts'
import type { JobsContext } from './worker_options.ts'

const STALLED = 'E_JOB_STALLED: the process running it ended before it did'

/**
 * Finds runs whose worker is gone; the engine tries them again, or they end as failed with that reason. Files that are over
 * go as well.
 */
export async function sweep(context: JobsContext, boss: PgBoss, locks: RunLocks): Promise<number> {
  await dropExpiredFiles(context.pool)
  const { rows } = await context.pool.query<{ tenant_id: number; id: string }>(
    `select tenant_id, id from core.jobs_runs where state = 'running' and job = any ($1)`,
    [[...context.known.keys()]]
  )
  let stalled = 0
  for (const { tenant_id: tenantId, id: runId } of rows) {
    if (!(await locks.take(runId))) continue
    try {
      stalled += await revive(context, boss, { tenantId, runId })
    } finally {
      await locks.release(runId)
    }
  }
  return stalled
}

async function revive(
  context: JobsContext,
  boss: PgBoss,
  run: { tenantId: number; runId: string }
): Promise<number> {
  // It may have ended between the list and the lock.
  const { rowCount } = await context.pool.query(
    `select from core.jobs_runs where tenant_id = $1 and id = $2 and state = 'running'`,
    [run.tenantId, run.runId]
  )
  if (!rowCount) return 0
  const before = await find(boss, run.runId)
  if (before?.state === 'active') await boss.fail(QUEUE, run.runId, { stalled: true })
  const after = await find(boss, run.runId)
  const again = after?.state === 'retry' || after?.state === 'created'
  await end(context, run, again ? 'queued' : 'failed', { error: STALLED })
  return 1
}

const find = async (boss: PgBoss, id: string) => (await boss.findJobs(QUEUE, { id }))[0]
