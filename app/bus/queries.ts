/** A client inside a transaction. Bindings are written `?`, as Lucid's `rawQuery` reads them. */
export interface Queries {
  query<Row = Record<string, unknown>>(sql: string, bindings?: readonly unknown[]): Promise<Row[]>
}

/** Runs `work` in one transaction bound to the tenant; a throw rolls back. */
export type RunInTenant = <T>(tenantId: number, work: (tx: Queries) => Promise<T>) => Promise<T>

interface PgClient {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/** The same over a client of `pg`, which numbers its bindings. */
export const pgQueries = (client: PgClient): Queries => ({
  async query<Row>(sql: string, bindings: readonly unknown[] = []) {
    let n = 0
    const { rows } = await client.query(
      sql.replace(/\?/g, () => `$${++n}`),
      [...bindings]
    )
    return rows as Row[]
  },
})
