import { finished } from 'node:stream/promises'
import type { Knex } from 'knex'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'

/** Sends rows of the binary COPY format on the connection of this transaction. */
export async function copyBinary(trx: Knex.Transaction, target: string, rows: Buffer) {
  // The client of a transaction hands out its one connection; it goes back with the transaction.
  const connection: ClientBase = await trx.client.acquireConnection()
  const stream = connection.query(from(`copy ${target} from stdin (format binary)`))
  stream.end(rows)
  await finished(stream)
}
