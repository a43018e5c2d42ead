import type { Knex } from 'knex'
import type { TransitionView } from '#ops/history/device_details'

const MOST = 100

/** Changes of state of a device in the last days, the newest first; at most a hundred. */
export async function recentTransitions(
  knex: Knex,
  deviceId: string,
  days: number
): Promise<TransitionView[]> {
  const rows = await knex('ops_console.ops_console_transitions')
    .where({ device_id: deviceId })
    .whereRaw('at > now() - make_interval(days => ?)', [days])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .select('at', 'was', 'became', 'fact')
  return rows.map((row: Omit<TransitionView, 'at'> & { at: Date }) => ({ ...row, at: row.at.toISOString() }))
}
