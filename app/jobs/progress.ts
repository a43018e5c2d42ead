import type { Pool } from 'pg'

const EVERY_MS = 250

export interface ProgressWriter {
  report(done: number, total?: number, note?: string): void
  /** Writes what is still unwritten. */
  flush(): Promise<void>
}

/** Writes progress of a run at most four times a second; the last report always arrives. */
export function progressWriter(pool: Pool, runId: string, announce: () => void): ProgressWriter {
  let latest: [number, number | null, string | null] | null = null
  let timer: NodeJS.Timeout | null = null
  let writing = Promise.resolve()
  let writtenAt = 0

  const write = () => {
    timer = null
    if (!latest) return writing
    const values = latest
    latest = null
    writtenAt = Date.now()
    writing = writing
      .then(() =>
        pool.query(
          `update core.jobs_runs set progress = $2, total = coalesce($3, total), note = $4 where id = $1 and state = 'running'`,
          [runId, ...values]
        )
      )
      .then(announce)
      // Progress that is not written is no reason to end a job.
      .catch(() => {})
    return writing
  }

  return {
    report(done, total, note) {
      latest = [done, total ?? null, note ?? null]
      timer ??= setTimeout(() => void write(), Math.max(0, writtenAt + EVERY_MS - Date.now()))
    },
    async flush() {
      if (timer) clearTimeout(timer)
      await write()
    },
  }
}
