import type { Knex } from 'knex'

const TABLE = 'ops_console.ops_console_collectors'

/** How a collector is doing; `/health/ready` and the wall read it. */
export interface Beat {
  id: string
  started_at: Date
  leading: boolean
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
  await knex(TABLE).insert(written).onConflict('id').merge()
  await knex(TABLE).where('beat_at', '<', knex.raw(`now() - interval '1 day'`)).delete()
}
