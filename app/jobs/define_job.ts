import type { Queries } from '../bus/queries.ts'

export interface JobContext {
  runId: string
  tenantId: number
  /** One transaction in the tenant's scope; a long job opens one for each batch. */
  tenant<T>(work: (tx: Queries) => Promise<T>): Promise<T>
  /** How far it is; written and announced at most four times a second. `note` is a message key. */
  progress(done: number, total?: number, note?: string): void
  /** A result to download from the page of the run, for seven days. One of each name; 50 MiB at most. */
  file(name: string, mediaType: string, body: Buffer): Promise<void>
  /** Whether somebody asked to stop; a job that sees it returns or throws JobCancelled. */
  cancelled(): boolean
  log: { info(details: object, message: string): void; error(details: object, message: string): void }
}

export interface JobDefinition<Payload = unknown, Result = unknown> {
  /** `<plugin>.<name>`; never changed. */
  id: string
  /** May run again after a crash or a failure: what it writes must bear that. */
  run(payload: Payload, job: JobContext): Promise<Result>
  /** Attempts after the first. Default 2. */
  retries?: number
  /** Before the first retry; doubled each time. Default 5. */
  retryDelaySeconds?: number
  /** Cron in Europe/Warsaw; runs for every unit that has the plugin on. */
  schedule?: { cron: string; titleKey: string; payload: Payload }
}

/**
 * @example
 * export default defineJob({
 *   id: 'secretariat.export',
 *   async run({ year }: { year: number }, job) {
 *     const pupils = await job.tenant(() => Pupil.query().where('year', year))
 *     job.progress(pupils.length, pupils.length)
 *     return { rows: pupils.length }
 *   },
 * })
 */
export const defineJob = <Payload, Result>(
  job: JobDefinition<Payload, Result>
): JobDefinition<Payload, Result> => job
