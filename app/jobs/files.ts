import type { Pool } from 'pg'
import type { RunInTenant } from '../bus/queries.ts'
import { JobFileTooLarge } from './errors.ts'
import type { Handed } from './hand_over.ts'

const LARGEST = 50 * 1024 * 1024

/**
 * Keeps a file of a run for seven days. Throws E_JOB_FILE_TOO_LARGE (50 MiB), and the database's error when the run has
 * one of that name already.
 */
export async function keepFile(
  runInTenant: RunInTenant,
  { tenantId, runId }: Handed,
  { name, mediaType, body }: { name: string; mediaType: string; body: Buffer }
): Promise<void> {
  if (body.length > LARGEST) throw new JobFileTooLarge(name)
  await runInTenant(tenantId, (tx) =>
    tx.query('insert into core.jobs_files (run_id, name, media_type, body) values (?, ?, ?, ?)', [
      runId,
      name,
      mediaType,
      body,
    ])
  )
}

/** What an attempt before left behind; the next one makes its own. */
export const clearFiles = (pool: Pool, { tenantId, runId }: Handed) =>
  pool.query('delete from core.jobs_files where tenant_id = $1 and run_id = $2', [tenantId, runId])

export const dropExpiredFiles = (pool: Pool) =>
  pool.query('delete from core.jobs_files where expires_at <= now()')
