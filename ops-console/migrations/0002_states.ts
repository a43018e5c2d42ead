import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
// Readings change every few seconds: no audit, and the application only looks.
const WATCHED = { also: OPS, city: true, readOnly: true, audit: false }

/** What the collector found out: present state, how it came about, what is wrong now, and whether it works itself. */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.schema.raw(`create sequence ops_console.ops_console_revisions`)
    this.schema.raw(`grant usage, select on sequence ops_console.ops_console_revisions to unia_ops`)
    this.#states()
    this.#transitions()
    this.#incidents()
    this.#collectors()
  }

  #states() {
    this.tenantTable(
      'ops_console_device_states',
      (t) => {
        t.uuid('device_id').notNullable()
        t.text('state').notNullable()
        t.timestamp('since', { useTz: true }).notNullable()
        t.timestamp('last_answer_at', { useTz: true })
        t.jsonb('fact')
        t.jsonb('figures').notNullable().defaultTo('{}')
        t.jsonb('spark').notNullable().defaultTo('[]')
        t.bigInteger('revision').notNullable().index()
        t.jsonb('memory').notNullable().defaultTo('{}')
        t.jsonb('learnt').notNullable().defaultTo('{}')
        t.jsonb('interfaces').notNullable().defaultTo('[]')
        t.primary(['tenant_id', 'device_id'])
        t.foreign(['tenant_id', 'device_id'])
          .references(['tenant_id', 'id'])
          .inTable('ops_console.ops_console_devices')
          .onUpdate('cascade')
          .onDelete('cascade')
      },
      { ...WATCHED, key: 'none' }
    )
  }

  #transitions() {
    this.tenantTable(
      'ops_console_transitions',
      (t) => {
        t.uuid('device_id').notNullable()
        t.timestamp('at', { useTz: true }).notNullable()
        t.text('was').notNullable()
        t.text('became').notNullable()
        t.jsonb('fact')
        t.index(['tenant_id', 'device_id', 'at'])
      },
      { ...WATCHED, key: 'bigint' }
    )
  }

  #incidents() {
    this.tenantTable(
      'ops_console_incidents',
      (t) => {
        t.uuid('device_id').notNullable()
        t.text('check_code').notNullable()
        t.text('severity').notNullable().checkIn(['warning', 'critical'])
        t.jsonb('fact')
        t.timestamp('opened_at', { useTz: true }).notNullable()
        t.timestamp('last_seen_at', { useTz: true }).notNullable()
        t.timestamp('closed_at', { useTz: true })
        t.integer('reopened').notNullable().defaultTo(0)
      },
      { also: OPS, city: true, readOnly: true }
    )
    this.schema.raw(
      `create unique index ops_console_incidents_open on ops_console.ops_console_incidents
       (tenant_id, device_id, check_code) where closed_at is null`
    )
  }

  #collectors() {
    this.schema.raw(`
      create table ops_console.ops_console_collectors (
        id text primary key,
        started_at timestamptz not null,
        beat_at timestamptz not null,
        "leading" boolean not null,
        devices integer not null default 0,
        not_answering integer not null default 0,
        cycle_ms integer,
        polls_per_minute integer,
        late_ms integer,
        blind_since timestamptz
      )`)
    this.schema.raw(`
      create table ops_console.ops_console_leases (
        name text primary key,
        holder text not null,
        until timestamptz not null
      )`)
    for (const table of ['ops_console_collectors', 'ops_console_leases']) {
      this.schema.raw(`grant select, insert, update, delete on ops_console.${table} to unia_ops`)
    }
    this.schema.raw(`grant select on ops_console.ops_console_collectors to unia_app, unia_city, unia_system`)
  }
}
