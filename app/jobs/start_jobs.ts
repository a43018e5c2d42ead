import { PgBoss, type JobWithMetadata } from 'pg-boss'
import { describe } from '../bus/retry.ts'
import { execute } from './execute.ts'
import { handOver, QUEUE, type Handed } from './hand_over.ts'
import { RunLocks } from './run_locks.ts'
import { startSchedules } from './schedules.ts'
import { sweep } from './sweep.ts'
import { jobsContext, type JobsContext, type JobsOptions } from './worker_options.ts'

// A dead worker is found by its lock; the engine's own limit is only for a run that never ends.
const LONGEST_RUN_SECONDS = 12 * 3600

export interface Jobs {
  /** Hint that a run was committed or is to be cancelled. */
  wake(): void
  /** Whether the engine answers; for the health page. */
  isReady(): Promise<boolean>
  /** Lets runs at hand end, at most `graceMs`; the rest is taken up by whoever starts next. */
  stop(graceMs?: number): Promise<void>
}

/** Starts the engine in its schema, the workers, the timetable, and the look-out for runs whose process died. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const context = jobsContext(options)
  const boss = await engine(context)
  const locks = new RunLocks(context.systemUrl)
  await locks.connect()
  const workers = await startWorkers(context, boss, locks)
  await startSchedules(context, boss)

  const look = single(context, async () => {
    if (await handOver(context, boss)) for (const worker of workers) boss.notifyWorker(worker)
  })
  const tidy = single(context, async () => {
    if (await sweep(context, boss, locks)) for (const worker of workers) boss.notifyWorker(worker)
  })
  await tidy()
  const timers = [
    setInterval(() => void look(), context.pollMs),
    setInterval(() => void tidy(), context.sweepMs),
  ]

  return {
    wake: () => void look(),
    isReady: () => boss.isInstalled(),
    async stop(graceMs = 10_000) {
      timers.forEach(clearInterval)
      await Promise.all([look.settled(), tidy.settled()])
      await boss.stop({ graceful: true, timeout: graceMs })
      await locks.end()
    },
  }
}

async function engine({ systemUrl, schema, log }: JobsContext): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: systemUrl, schema, createSchema: false, max: 4 })
  boss.on('error', (error) => log.error({ error: describe(error) }, 'jobs: engine error'))
  await boss.start()
  await boss.createQueue(QUEUE, { expireInSeconds: LONGEST_RUN_SECONDS })
  return boss
}

function startWorkers(context: JobsContext, boss: PgBoss, locks: RunLocks): Promise<string[]> {
  const options = {
    includeMetadata: true,
    batchSize: 1,
    pollingIntervalSeconds: Math.max(0.5, context.pollMs / 1000),
  } as const
  const start = () =>
    boss.work(QUEUE, options, async (jobs: JobWithMetadata<Handed>[]) => {
      for (const { data, retryCount, retryLimit } of jobs) {
        // Held by another: the engine gave it out twice because it took longer than the engine waits.
        if (!(await locks.take(data.runId))) continue
        try {
          await execute(context, data, retryCount >= retryLimit)
        } finally {
          await locks.release(data.runId)
        }
      }
    })
  return Promise.all(Array.from({ length: context.concurrency }, start))
}

/** Never twice at the same time; a call meanwhile waits for the one at hand. */
function single({ log }: JobsContext, work: () => Promise<void>) {
  let running: Promise<void> | null = null
  const run = () =>
    (running ??= work()
      .catch((error: unknown) => log.error({ error: describe(error) }, 'jobs: round failed'))
      .finally(() => (running = null)))
  return Object.assign(run, { settled: async () => void (await running) })
}
