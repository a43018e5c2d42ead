import type { Knex } from 'knex'

const TABLE = 'ops_console.ops_console_collectors'

/** How a collector is doing; `/health/ready` and the wall read it. */
export interface Beat {
  id: string
  started_at: Date
  leading: boolean
  /** Shares of the city that it polls, of `shard_count`. */
  shards: number[]
  shard_count: number
  devices: number
  not_answering: number
  /** Longest time from due to done among the turns of the last period, milliseconds. */
  cycle_ms: number | null
  polls_per_minute: number
  /** Longest wait for a free place, milliseconds. */
  late_ms: number
  blind_since: Date | null
}

export async function beat(knex: Knex, row: Beat) {
  const written = { ...row, beat_at: knex.fn.now() }
  const gone = knex(TABLE).where('beat_at', '<', knex.raw(`now() - interval '1 day'`))
  await knex(TABLE).with('gone', gone.delete()).insert(written).onConflict('id').merge()
}

/** Since when some collector that is at work sees nothing; null when all of them see. */
export async function blindSince(knex: Knex, freshSeconds = 45): Promise<Date | null> {
  const row = await knex(TABLE)
    .where({ leading: true })
    .whereRaw('beat_at > now() - make_interval(secs => ?)', [freshSeconds])
    .min({ since: 'blind_since' })
    .first()
  return row?.since ?? null
}
