import type { Knex } from 'knex'
import { runDiscovery } from '../discovery/run.ts'
import { runImport } from '../import/run.ts'
import { TASKS, type Task } from './task.ts'

const HOLD_SECONDS = 30
const BEAT_MS = 1000

export interface TaskContext {
  knex: Knex
  /** Aborted when a person asked to stop, or another process has taken the task over. */
  signal: AbortSignal
  progress(done: number, result?: object): void
}

/**
 * Runs a task that waits, or whose process died; does nothing for one that is over or in good hands. Never throws: what
 * went wrong stands in the task.
 */
export async function runTask(knex: Knex, id: string): Promise<void> {
  const held_until = knex.raw(`now() + interval '${HOLD_SECONDS} seconds'`)
  const [task]: Task[] = await knex(TASKS)
    .where({ id })
    .where((query) =>
      query
        .where('state', 'waiting')
        .orWhere((one) => one.where('state', 'running').whereRaw('held_until < now()'))
    )
    .update({ state: 'running', held_until })
    .returning('*')
  if (!task) return
  const stop = new AbortController()
  let latest: { done: number; result?: object } = { done: 0 }
  const beat = async () => {
    const { done, result } = latest
    const written = { done, held_until, ...(result && { result: JSON.stringify(result) }) }
    const [row] = await knex(TASKS).where({ id, state: 'running' }).update(written).returning('cancel')
    if (!row || row.cancel) stop.abort()
  }
  const timer = setInterval(() => void beat().catch(() => {}), BEAT_MS)
  const context: TaskContext = {
    ...{ knex, signal: stop.signal },
    progress: (done, result) => (latest = { done, result: result ?? latest.result }),
  }
  try {
    const result = await (task.kind === 'import' ? runImport(task, context) : runDiscovery(task, context))
    await end(knex, id, stop.signal.aborted ? 'cancelled' : 'done', {
      result: JSON.stringify(result),
      done: latest.done,
    })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    await end(knex, id, 'failed', { error: code ?? message }).catch(() => {})
  } finally {
    clearInterval(timer)
  }
}

const end = (knex: Knex, id: string, state: Task['state'], change: object) =>
  knex(TASKS)
    .where({ id, state: 'running' })
    .update({ state, finished_at: new Date(), ...change })
