import type { Pool } from 'pg'
import { describe } from '../bus/retry.ts'
import type { RunInTenant } from '../bus/queries.ts'
import type { JobDefinition } from './define_job.ts'

/** A run that is over, with what its person knows it by. */
export interface EndedRun {
  tenantId: number
  runId: string
  state: 'done' | 'failed' | 'cancelled'
  titleKey: string
  titleValues: Record<string, string | number>
  /** Account of who asked for it; null for the timetable. */
  startedBy: string | null
}

export interface JobsOptions {
  /** URL of unia_system; the engine keeps connections of its own. */
  systemUrl: string
  /** Connections of unia_system. */
  pool: Pool
  jobs: JobDefinition[]
  runInTenant: RunInTenant
  /** A run changed; the live hub tells who watches it. */
  notify?(tenantId: number, runId: string): void
  /** A run is over. What it throws does not change that. */
  ended?(run: EndedRun): Promise<void>
  /** Units in which the plugin is on; for scheduled jobs. */
  tenantsOf?(pluginId: string): Promise<number[]>
  log?: { info(details: object, message: string): void; error(details: object, message: string): void }
  /** Runs at the same time in this process. Default 2. */
  concurrency?: number
  pollMs?: number
  sweepMs?: number
  /** Schema of the engine; tests use one of their own. Default `pgboss`. */
  schema?: string
}

export type JobsContext = Required<Omit<JobsOptions, 'jobs'>> & { known: Map<string, JobDefinition> }

const silent = { info: () => {}, error: () => {} }

export const jobsContext = ({ jobs, ended, log = silent, ...options }: JobsOptions): JobsContext => ({
  notify: () => {},
  async ended(run) {
    await ended?.(run).catch((error: unknown) => log.error({ error: describe(error) }, 'jobs: end not told'))
  },
  tenantsOf: async () => [],
  log,
  concurrency: 2,
  pollMs: 1000,
  sweepMs: 10_000,
  schema: 'pgboss',
  ...options,
  known: new Map(jobs.map((job) => [job.id, job])),
})
