import pg from 'pg'
import logger from '@adonisjs/core/services/logger'
import { databaseUrls } from './connections.ts'

let pool: pg.Pool | null = null

/** Connections of the system role for parts that speak to `pg` itself: the relay, the job engine and their pages. */
export function systemPool(): pg.Pool {
  pool ??= open()
  return pool
}

function open(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: databaseUrls().system,
    max: 4,
    application_name: 'unia-system',
  })
  // Without a listener a server that restarts would end the web process through its idle connections.
  opened.on('error', (error) => logger.warn({ err: error }, 'a connection of the system role was lost'))
  return opened
}

export async function closeSystemPool() {
  const used = pool
  pool = null
  await used?.end()
}
