import pg from 'pg'
import { databaseUrls } from './connections.ts'

let pool: pg.Pool | null = null

/** Connections of the system role for parts that speak to `pg` itself: the relay, the job engine and their pages. */
export function systemPool(): pg.Pool {
  pool ??= new pg.Pool({ connectionString: databaseUrls().system, max: 4, application_name: 'unia-system' })
  return pool
}

export async function closeSystemPool() {
  const open = pool
  pool = null
  await open?.end()
}
