import db from '@adonisjs/lucid/services/db'

export interface RunFile {
  id: string
  name: string
  /** Bytes. */
  size: number
  expiresAt: string
}

/** Files of a run that can still be downloaded, without their content. */
export async function filesOf(runId: string): Promise<RunFile[]> {
  const rows = await current(runId).select('id', 'name', 'size', 'expires_at').orderBy('name')
  return rows.map(({ id, name, size, expires_at }) => ({
    ...{ id, name, size },
    expiresAt: (expires_at as Date).toISOString(),
  }))
}

/** One of them with its content; null when it is not there, or not any more. */
export const fileOf = (
  runId: string,
  id: string
): Promise<{ id: string; name: string; media_type: string; body: Buffer } | null> =>
  current(runId).where('id', id).select('id', 'name', 'media_type', 'body').first()

const current = (runId: string) => db.from('jobs_files').where('run_id', runId).whereRaw('expires_at > now()')
