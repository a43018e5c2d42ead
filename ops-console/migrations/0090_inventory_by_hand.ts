import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
const SCHEMA = 'ops_console'
const DEVICES = `${SCHEMA}.ops_console_devices`

/** What a person enters: where an entity comes from, which of its fields are theirs, long work, and what was asked of whom. */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.schema.raw(
      `alter table ${DEVICES}
         add column origin text not null default 'file' check (origin in ('file', 'hand', 'import', 'discovery')),
         add column by_hand text[] not null default '{}',
         add column polled boolean not null default true`
    )
    this.schema.raw(
      `alter table ${SCHEMA}.ops_console_credentials
         add column set_at timestamptz not null default now(), add column set_by_name text`
    )
    this.#tasks()
    this.#questions()
  }

  /** Imports and discoveries. The file and the credential are sealed; progress changes the row often, so no trail. */
  #tasks() {
    const name = 'ops_console_inventory_tasks'
    this.tenantTable(
      name,
      (t) => {
        t.text('kind').notNullable().checkIn(['import', 'discovery'])
        t.text('state')
          .notNullable()
          .checkIn(['preview', 'waiting', 'running', 'done', 'failed', 'cancelled'])
        t.uuid('request_key').notNullable()
        t.jsonb('payload').notNullable()
        t.binary('sealed')
        t.jsonb('result').notNullable().defaultTo('{}')
        t.integer('done').notNullable().defaultTo(0)
        t.integer('total').notNullable().defaultTo(0)
        t.text('error')
        t.uuid('requested_by').notNullable()
        t.text('requested_by_name').notNullable()
        t.text('requested_role').notNullable()
        t.timestamp('requested_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.timestamp('held_until', { useTz: true })
        t.timestamp('finished_at', { useTz: true })
        t.boolean('cancel').notNullable().defaultTo(false)
        t.unique(['tenant_id', 'request_key'])
      },
      { also: OPS, readOnly: true, audit: false }
    )
    this.schema.raw(`revoke all on ${SCHEMA}.${name} from unia_app`)
  }

  /** Append-only: what a person had the console ask of a device or a range, and what came back. */
  #questions() {
    this.tenantTable(
      'ops_console_questions',
      (t) => {
        t.uuid('device_id')
        t.text('what').notNullable().checkIn(['test', 'discovery', 'import'])
        t.jsonb('details').notNullable()
        t.timestamp('at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.uuid('asked_by')
        t.text('asked_by_name').notNullable()
        t.index(['tenant_id', 'device_id', 'at'])
      },
      { also: OPS, city: true, readOnly: true }
    )
    this.schema.raw(`revoke all on ${SCHEMA}.ops_console_questions from unia_app`)
  }
}
