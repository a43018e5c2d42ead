import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { I18n } from '@adonisjs/i18n'
import { NotFound } from '../access/errors.ts'
import { accountNames } from '../identity/account_names.ts'

interface Run {
  id: string
  job: string
  title_key: string
  title_values: Record<string, string | number>
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  progress: number
  total: number | null
  note: string | null
  result: unknown
  error: string | null
  created_by: string | null
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
  cancel_requested_at: Date | null
}

/** Runs of the unit at hand; `ownOf` limits them to one person's. */
export function runsQuery({ ownOf, state }: { ownOf: string | null; state?: string }) {
  const query = db.from('jobs_runs')
  if (ownOf) void query.where('created_by', ownOf)
  if (state) void query.where('state', state)
  return query
}

export const isRunId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Whose runs a person sees: their own; of everybody (null) who runs the unit. */
export const ownOf = (ctx: HttpContext) =>
  ctx.place!.can('core.plugin.view') ? null : ctx.identity!.accountId

/** A run that the person may see. Throws E_NOT_FOUND. */
export async function runFor(ctx: HttpContext, id: string): Promise<Run> {
  const run = isRunId(id)
    ? await runsQuery({ ownOf: ownOf(ctx) })
        .where('id', id)
        .first()
    : null
  if (!run) throw new NotFound()
  return run
}

export async function runViews(runs: Run[], i18n: I18n) {
  const names = await accountNames(runs.map(({ created_by }) => created_by))
  return runs.map((run) => ({
    id: run.id,
    job: run.job,
    title: i18n.t(run.title_key, run.title_values, run.title_key),
    status: run.state === 'queued' ? ('waiting' as const) : run.state,
    done: run.progress,
    total: run.total ?? 0,
    remaining: remaining(run),
    note: run.note && i18n.t(run.note, {}, run.note),
    result: run.result,
    error: run.error,
    by: (run.created_by && names.get(run.created_by)) || null,
    createdAt: run.created_at.toISOString(),
    startedAt: run.started_at?.toISOString() ?? null,
    finishedAt: run.finished_at?.toISOString() ?? null,
    cancelling: run.cancel_requested_at !== null && ['queued', 'running'].includes(run.state),
  }))
}

/** Seconds left at the pace so far; null until there is a pace. */
function remaining({ state, progress, total, started_at }: Run): number | null {
  if (state !== 'running' || !started_at || !total || progress <= 0) return null
  const elapsed = (Date.now() - started_at.getTime()) / 1000
  return Math.round((elapsed / progress) * (total - progress))
}
