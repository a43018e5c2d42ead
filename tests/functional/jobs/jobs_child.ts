// A worker of its own, to be killed while its job runs.
import pg from 'pg'
import { startJobs } from '../../../app/jobs/start_jobs.ts'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_SYSTEM_URL })
await startJobs({
  systemUrl: process.env.DATABASE_SYSTEM_URL!,
  pool,
  pollMs: 50,
  runInTenant: () => Promise.reject(new Error('no scope here')),
  jobs: [
    {
      id: process.argv[2]!,
      retries: Number(process.argv[3]),
      retryDelaySeconds: 0,
      async run() {
        process.stdout.write('running\n')
        await new Promise(() => setInterval(() => {}, 1000))
      },
    },
  ],
})
