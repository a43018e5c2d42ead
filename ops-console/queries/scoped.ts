import db from '@adonisjs/lucid/services/db'
import type { Knex } from 'knex'

/**
 * The transaction of the request at hand, for queries written against Knex. Row-level security decides what it sees:
 * a unit's own rows, or in the city those of the city's reader.
 */
export const scopedKnex = (): Knex => (db.connection() as unknown as { knexClient: Knex }).knexClient
