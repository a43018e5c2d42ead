import type { Knex } from 'knex'
import { SECONDS, type RolledLevel } from './levels.ts'

/** Notes that the buckets of these instants have to be summed up, again if need be. */
export async function keepRollupDue(trx: Knex, level: RolledLevel, instants: readonly Date[]) {
  const length = SECONDS[level] * 1000
  const buckets = new Set(instants.map((at) => Math.floor(at.getTime() / length) * length))
  const rows = [...buckets].map((at) => ({ level, at: new Date(at) }))
  await trx('ops_console.ops_console_rollup_due').insert(rows)
}
