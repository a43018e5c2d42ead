import type { Knex } from 'knex'

const TABLE = 'ops_console.ops_console_leases'

/** Takes or renews the right to poll. False: another collector holds it. The database's clock decides. */
export async function holdLease(knex: Knex, holder: string, seconds: number, name = 'polling') {
  const { rows } = await knex.raw(
    `insert into ${TABLE} as lease (name, holder, until) values (?, ?, now() + make_interval(secs => ?))
     on conflict (name) do update set holder = excluded.holder, until = excluded.until
     where lease.holder = excluded.holder or lease.until < now()
     returning holder`,
    [name, holder, seconds]
  )
  return rows.length === 1
}

export async function releaseLease(knex: Knex, holder: string, name = 'polling') {
  await knex(TABLE).where({ name, holder }).delete()
}
