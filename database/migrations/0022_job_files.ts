import { PluginMigration } from '../../app/database/migration.ts'

/** What a run made for its person to download, for a week. */
export default class extends PluginMigration {
  plugin = 'core'

  async up() {
    this.tenantTable(
      'jobs_files',
      (t) => {
        t.uuid('run_id').notNullable()
        t.text('name').notNullable()
        t.text('media_type').notNullable()
        t.specificType('body', 'bytea').notNullable()
        t.specificType('size', 'integer generated always as (octet_length(body)) stored')
        t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.timestamp('expires_at', { useTz: true })
          .notNullable()
          .defaultTo(this.raw(`now() + interval '7 days'`))
        t.unique(['tenant_id', 'run_id', 'name'])
        t.foreign(['tenant_id', 'run_id'])
          .references(['tenant_id', 'id'])
          .inTable('core.jobs_runs')
          .onDelete('cascade')
      },
      // The trail would keep the file for ever; who downloads it is written there.
      { audit: false }
    )
    this.schema.raw('revoke update, delete on core.jobs_files from unia_app')
    // The workers clear away what is over or belongs to an attempt before, and read nobody's file.
    this.schema.raw('create policy unia_system on core.jobs_files to unia_system using (true)')
    this.schema.raw(
      'grant delete, select (tenant_id, id, run_id, expires_at) on core.jobs_files to unia_system'
    )
    this.schema.raw('create index jobs_files_expiry on core.jobs_files (expires_at)')
  }
}
