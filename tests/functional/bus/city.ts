import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pgQueries, type Queries, type RunInTenant } from '../../../app/bus/queries.ts'
import { transaction } from '../../../app/bus/transaction.ts'

// Children first: the tenant's row goes last.
const TABLES = ['bus_dead_letter', 'bus_delivery', 'bus_inbox', 'bus_outbox', 'bus_claim', 'jobs_runs']

export interface Tenant {
  id: number
  slug: string
}

/** Two units of their own and connections of each role; `close` removes what was made. */
export async function openCity() {
  const [owner, app, system] = ['OWNER', 'APP', 'SYSTEM'].map(
    (role) => new pg.Pool({ connectionString: process.env[`DATABASE_${role}_URL`], max: 12 })
  ) as [pg.Pool, pg.Pool, pg.Pool]
  const mark = randomBytes(4).toString('hex').replace(/\d/g, 'x')
  const { rows } = await owner.query<Tenant>(
    `insert into core.tenancy_tenants (slug, name, short_name, kind, kinds)
     select 't' || $1 || '-' || n, 'Szkoła ' || n, 'S' || n, 'primary', '{primary}' from unnest(array['a', 'b']) n
     returning id, slug`,
    [mark]
  )
  const ids = rows.map((row) => row.id)

  const inTenant: RunInTenant = (tenantId, work) =>
    transaction(app, async (client) => {
      await client.query(`select set_config('app.tenant_id', $1, true)`, [String(tenantId)])
      return work(pgQueries(client))
    })

  return {
    owner,
    app,
    system,
    school: rows[0]!,
    other: rows[1]!,
    inTenant,
    /** A plugin name nobody else uses, so that specs may share a database. */
    plugin: `t${mark}`,
    one: async <Row>(sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows[0] as Row,
    async close() {
      for (const table of TABLES)
        await owner.query(`delete from core.${table} where tenant_id = any ($1)`, [ids])
      await owner.query(`drop table if exists core.bus_ledger_${mark}`)
      await owner.query('delete from core.tenancy_tenants where id = any ($1)', [ids])
      await system.query('delete from core.bus_subscription where consumer like $1', [`t${mark}.%`])
      await Promise.all([owner.end(), app.end(), system.end()])
    },
    /** Somewhere a consumer writes, with the rows it wrote. */
    async ledger() {
      const table = `core.bus_ledger_${mark}`
      await owner.query(`create table ${table} (tenant_id integer, event_id uuid, amount text)`)
      await owner.query(`grant select, insert on ${table} to unia_app`)
      return {
        table,
        enter: (tx: Queries, eventId: string, amount: string) =>
          tx.query(`insert into ${table} values (core.current_tenant(), ?, ?)`, [eventId, amount]),
        rows: async () =>
          (await owner.query<{ event_id: string; amount: string }>(`select * from ${table}`)).rows,
      }
    },
  }
}

export type City = Awaited<ReturnType<typeof openCity>>

/** Waits until `check` holds; fails after five seconds. */
export async function until(check: () => Promise<boolean> | boolean, what: string, ms = 8000) {
  const end = Date.now() + ms
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
