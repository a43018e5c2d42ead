import pg from 'pg'

/**
 * Says which runs are alive: a worker holds a session lock for each. The server drops them with the connection, so a
 * killed process is known at once and nobody waits for a time-out.
 */
export class RunLocks {
  readonly #mine = new Set<string>()
  readonly #client: pg.Client

  constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url })
    this.#client.on('error', () => {})
  }

  connect = () => this.#client.connect()

  /** False while another worker runs it. */
  async take(runId: string): Promise<boolean> {
    if (this.#mine.has(runId)) return false
    const { rows } = await this.#client.query<{ ok: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 1)) as ok',
      [runId]
    )
    if (rows[0]!.ok) this.#mine.add(runId)
    return rows[0]!.ok
  }

  async release(runId: string): Promise<void> {
    this.#mine.delete(runId)
    await this.#client.query('select pg_advisory_unlock(hashtextextended($1, 1))', [runId])
  }

  end = () => this.#client.end()
}
