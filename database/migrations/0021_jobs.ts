import { PluginMigration } from '../../app/database/migration.ts'

/** Runs of jobs as people see them. The engine's own queue lives in schema `pgboss` and belongs to the system role. */
export default class extends PluginMigration {
  plugin = 'core'

  async up() {
    this.tenantTable(
      'jobs_runs',
      (t) => {
        t.text('job').notNullable()
        t.jsonb('payload').notNullable()
        t.text('title_key').notNullable()
        t.jsonb('title_values').notNullable().defaultTo('{}')
        t.text('unique_key')
        t.text('state')
          .notNullable()
          .defaultTo('queued')
          .checkIn(['queued', 'running', 'done', 'failed', 'cancelled'])
        t.integer('attempt').notNullable().defaultTo(0)
        t.integer('progress').notNullable().defaultTo(0)
        t.integer('total')
        t.text('note')
        t.jsonb('result')
        t.text('error')
        t.uuid('created_by').defaultTo(this.raw(`nullif(current_setting('app.actor', true), '')::uuid`))
        t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.timestamp('handed_at', { useTz: true })
        t.timestamp('started_at', { useTz: true })
        t.timestamp('finished_at', { useTz: true })
        t.timestamp('cancel_requested_at', { useTz: true })
      },
      // Progress changes the row several times a second; the trail of what a job did is written by its own tables.
      { audit: false, also: { unia_system: 'select, insert, update, delete' } }
    )
    this.schema.raw('revoke update, delete on core.jobs_runs from unia_app')
    this.schema.raw('grant update (cancel_requested_at) on core.jobs_runs to unia_app')
    this.schema.raw('create index on core.jobs_runs (tenant_id, created_at desc)')
    this.schema.raw(
      `create index jobs_runs_waiting on core.jobs_runs (created_at) where state = 'queued' and handed_at is null`
    )
    this.schema.raw(
      `create unique index jobs_runs_unique on core.jobs_runs (tenant_id, job, unique_key)
       where unique_key is not null and state in ('queued', 'running')`
    )
    // The owner is no member of unia_system, so it cannot make a schema owned by it; rights in it do as well.
    this.schema.raw('create schema if not exists pgboss')
    this.schema.raw('grant usage, create on schema pgboss to unia_system')
  }
}
