import { openPool } from '#ops/database'

export interface Stored {
  rows: number
  /** Rows that hold an answer; the others are gaps. */
  answered: number
  /** Values in these rows; what is not known is none. */
  values: number
  states: number
  incidents: number
}

/** What stands in the database. */
export async function storedOf(url: string): Promise<Stored> {
  const pool = openPool(url, 1)
  try {
    const { rows } = await pool.raw(
      `select s.*, (select count(*) from ops_console.ops_console_device_states)::integer as states,
         (select count(*) from ops_console.ops_console_incidents)::integer as incidents
       from (select count(*)::integer as rows, count(*) filter (where answered)::integer as answered,
           coalesce(sum(cardinality(values) - cardinality(array_positions(values, null))), 0)::integer as values
         from ops_console.ops_console_samples) s`
    )
    return rows[0]
  } finally {
    await pool.destroy()
  }
}
