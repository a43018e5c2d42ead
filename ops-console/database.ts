import knex, { type Knex } from 'knex'
import { Model } from 'objection'

/**
 * The console's own pool, as role `unia_ops`. Objection models use it without being told; several pools in one
 * process (tests) name theirs with `Model.query(knex)`.
 */
export function openDatabase(url = process.env.DATABASE_OPS_URL, max = 5): Knex {
  const pool = openPool(url, max)
  Model.knex(pool)
  return pool
}

/** A pool beside that one: models use it only where they are told. */
export function openPool(url = process.env.DATABASE_OPS_URL, max = 5): Knex {
  if (!url) throw Object.assign(new Error('DATABASE_OPS_URL is missing'), { code: 'E_SETTING' })
  return knex({
    client: 'pg',
    connection: { connectionString: url, application_name: 'ops-console' },
    compileSqlOnError: false,
    searchPath: ['ops_console', 'core', 'public'],
    pool: { min: 0, max },
    acquireConnectionTimeout: 10_000,
  })
}
