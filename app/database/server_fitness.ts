import type pg from 'pg'
import { SetupError } from './setup_error.ts'

/** ICU as the collation of a whole database came with 15. */
const OLDEST = 15

/** Statement that makes a database in which Ł sorts after L, for an administrator. */
export const createDatabase = (quotedName: string) =>
  `create database ${quotedName} template template0 encoding 'UTF8' locale_provider icu icu_locale 'pl-PL' locale 'C.UTF-8'`

/** Throws E_DATABASE_TOO_OLD below PostgreSQL 15. */
export async function requireServerVersion(client: pg.Client) {
  const { rows } = await client.query<{ found: number }>(
    `select current_setting('server_version_num')::int / 10000 as found`
  )
  const { found } = rows[0]!
  if (found < OLDEST)
    throw new SetupError('E_DATABASE_TOO_OLD', `PostgreSQL ${found} is too old`, { found, needed: OLDEST })
}

/** Tries the Polish alphabet, whichever collation provides it. Throws E_DATABASE_COLLATION. */
export async function requirePolishOrder(client: pg.Client, name: string) {
  const { rows } = await client.query<{ fits: boolean }>(`
    select 'lz' < 'ła' and 'ła' < 'm' and 'Sz' < 'Śa' and 'Śa' < 'T' and 'a' < 'B'
      and current_setting('server_encoding') = 'UTF8' as fits`)
  if (rows[0]!.fits) return
  const command = `${createDatabase(`"${name.replaceAll('"', '""')}"`)};`
  throw new SetupError('E_DATABASE_COLLATION', `"${name}" does not sort in Polish`, { name, command })
}

/**
 * Makes `uuidv7()` where the server has none (before 18): milliseconds, 12 bits of the fraction, 62 random bits, as
 * RFC 9562 section 5.7 with method 3 of 6.2 and as the server's own.
 */
export const ENSURE_UUIDV7 = `do $do$ begin
  if to_regprocedure('uuidv7()') is null then
    create function public.uuidv7() returns uuid language sql volatile parallel safe as $$
      select encode(substring(int8send(us / 1000) from 3)
        || int2send((28672 + us % 1000 * 4096 / 1000)::int2)
        || substring(uuid_send(gen_random_uuid()) from 9), 'hex')::uuid
      from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us) as now
    $$;
  end if;
end $do$`
