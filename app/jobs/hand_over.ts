import type { PgBoss } from 'pg-boss'
import { transaction } from '../bus/transaction.ts'
import type { JobsContext } from './worker_options.ts'

export const QUEUE = 'unia-runs'

export interface Handed {
  tenantId: number
  runId: string
}

/** Gives committed runs to the engine, in one transaction with the mark that they were given. Returns how many. */
export const handOver = ({ pool, known }: JobsContext, boss: PgBoss): Promise<number> =>
  transaction(pool, async (client) => {
    const { rows } = await client.query<{ tenant_id: number; id: string; job: string }>(
      `with waiting as (
         select tenant_id, id from core.jobs_runs
         where state = 'queued' and handed_at is null and job = any ($1)
         order by created_at limit 50 for update skip locked)
       update core.jobs_runs r set handed_at = now() from waiting w
       where r.tenant_id = w.tenant_id and r.id = w.id returning r.tenant_id, r.id, r.job`,
      [[...known.keys()]]
    )
    if (!rows.length) return 0
    const entries = rows.map(({ tenant_id: tenantId, id: runId, job }) => {
      const { retries = 2, retryDelaySeconds = 5 } = known.get(job)!
      const data: Handed = { tenantId, runId }
      return {
        id: runId,
        data,
        retryLimit: retries,
        retryDelay: retryDelaySeconds,
        retryBackoff: retryDelaySeconds > 0,
      }
    })
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
    await boss.insert(QUEUE, entries, { db })
    return rows.length
  })
