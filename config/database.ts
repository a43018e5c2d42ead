import pg from 'pg'
import { defineConfig } from '@adonisjs/lucid'
import { databaseUrls } from '../app/database/connections.ts'
import { schemaNames } from '../app/database/schemas.ts'

// Days stay text: a date has no zone and must not move when a process runs in another one.
pg.types.setTypeParser(1082, (day) => day)

const urls = databaseUrls()
const searchPath = schemaNames()

const connection = (url: string, pool: { min: number; max: number }) => ({
  client: 'pg' as const,
  connection: { connectionString: url },
  searchPath,
  // Errors name the statement, never the values bound to it: they end in logs.
  compileSqlOnError: false,
  pool: { acquireTimeoutMillis: 10_000, ...pool },
})

/** `app` is primary: inside a tenant scope every query goes to it (app/tenancy/tenant_database.ts). */
export default defineConfig({
  connection: 'app',
  connections: {
    app: connection(urls.app, { min: 0, max: 20 }),
    city: connection(urls.city, { min: 0, max: 5 }),
    system: connection(urls.system, { min: 0, max: 15 }),
    owner: {
      ...connection(urls.owner, { min: 0, max: 2 }),
      // Public first: the list of applied migrations must be found there before and after `core` exists.
      searchPath: ['public', ...searchPath],
      migrations: { naturalSort: true, paths: ['database/migrations'] },
    },
  },
})
