import pg from 'pg'
import { startWorkers } from '../background/start_workers.ts'
import { databaseUrls } from '../database/connections.ts'
import { later } from './cleanup.ts'

/** Lets jobs run, which they otherwise do not in tests; until the end of the test. */
export async function withWorkers(): Promise<void> {
  const systemUrl = databaseUrls().system
  const pool = new pg.Pool({ connectionString: systemUrl, max: 4 })
  const jobs = await startWorkers({ systemUrl, pool, pollMs: 50, sweepMs: 500 })
  later(async () => {
    await jobs.stop(1000)
    await pool.end()
  })
}
