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

/** Says that the lease's own collector is there and waits for it; whoever stands in for it lets go. */
export async function claimLease(knex: Knex, name: string, seconds: number) {
  await knex.raw(`update ${TABLE} set wanted_until = now() + make_interval(secs => ?) where name = ?`, [
    seconds,
    name,
  ])
}

/** Leases of these names that their own collector waits for. */
export async function claimedLeases(knex: Knex, names: readonly string[]): Promise<string[]> {
  const rows = await knex(TABLE).whereIn('name', names).whereRaw('wanted_until > now()').select('name')
  return rows.map(({ name }) => name)
}

/** Whether the leases are still held; to be asked inside the transaction that relies on it. */
export async function stillHolds(trx: Knex, holder: string, names: readonly string[]): Promise<boolean> {
  const rows = await trx(TABLE).whereIn('name', names).where({ holder }).whereRaw('until > now()').forShare()
  return rows.length === names.length
}
