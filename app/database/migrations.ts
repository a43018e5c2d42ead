import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import type { Database } from '@adonisjs/lucid/database'
import type { ApplicationService } from '@adonisjs/core/types'
import { registry } from '../plugins/registry.ts'

const READERS = 'unia_app, unia_city, unia_system, unia_ops'

/** Brings the schema up to date as the owner: the core first, then plugins in the order of their contracts. */
export async function migrate(db: Database, app: ApplicationService): Promise<string[]> {
  const root = app.makePath()
  const folders = registry
    .folders()
    .map(({ folder }) => join(folder, 'migrations'))
    .filter((folder) => existsSync(folder))
  const owner = db.manager.get('owner')!.config
  owner.migrations = {
    ...owner.migrations,
    naturalSort: true,
    paths: ['database/migrations', ...folders.map((folder) => relative(root, folder))],
  }
  for (const { id } of registry.folders()) {
    const schema = id.replaceAll('-', '_')
    await db.connection('owner').rawQuery(`create schema if not exists ${schema}`)
    await db.connection('owner').rawQuery(`grant usage on schema ${schema} to ${READERS}`)
  }
  const runner = new MigrationRunner(db as never, app, { direction: 'up', connectionName: 'owner' })
  await runner.run()
  if (runner.error) throw runner.error
  return Object.values(runner.migratedFiles)
    .filter((file) => file.status === 'completed')
    .map((file) => file.file.name)
}
