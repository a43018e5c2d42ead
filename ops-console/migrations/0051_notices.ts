import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
const CITY = { also: OPS, city: true, readOnly: true }

/** Whom to tell, when, by which way, and what became of each telling. */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.#contacts()
    this.#rotas()
    this.#webhooks()
    this.#policies()
    this.#notices()
    // The bell: the notice and its row are one transaction. The console reads no account and no notification.
    this.schema.raw(`grant insert on core.identity_notifications to unia_ops`)
  }

  /** A school's contacts are the school's rows; those of IT, managers and suppliers the city's. Hours are local. */
  #contacts() {
    this.tenantTable(
      'ops_console_contacts',
      (t) => {
        t.text('role').notNullable().checkIn(['it', 'manager', 'supplier', 'school'])
        t.text('name').notNullable()
        t.text('supplier')
        t.uuid('account_id')
        t.text('email')
        t.text('phone')
        t.text('locale').notNullable().defaultTo('pl').checkIn(['pl', 'en'])
        t.text('hours_from')
        t.text('hours_until')
        t.integer('hourly_limit').notNullable().defaultTo(20)
        t.boolean('active').notNullable().defaultTo(true)
        t.timestamps(true, true)
      },
      CITY
    )
  }

  #rotas() {
    this.tenantTable(
      'ops_console_rotas',
      (t) => {
        t.text('name').notNullable()
        t.date('starts_on').notNullable()
        t.text('handover').notNullable().defaultTo('08:00')
        t.integer('days').notNullable().defaultTo(7)
        t.specificType('contact_ids', 'uuid[]').notNullable().defaultTo('{}')
        t.timestamps(true, true)
      },
      CITY
    )
    this.tenantTable(
      'ops_console_rota_overrides',
      (t) => {
        t.uuid('rota_id').notNullable()
        t.uuid('contact_id').notNullable()
        t.timestamp('starts_at', { useTz: true }).notNullable()
        t.timestamp('ends_at', { useTz: true }).notNullable()
        t.text('kind').notNullable().checkIn(['override', 'swap'])
        t.text('reason').notNullable()
        t.text('author_name').notNullable()
        t.timestamps(true, true)
        t.foreign(['tenant_id', 'rota_id'])
          .references(['tenant_id', 'id'])
          .inTable('ops_console.ops_console_rotas')
          .onUpdate('cascade')
          .onDelete('cascade')
      },
      CITY
    )
    this.schema.raw(
      `alter table ops_console.ops_console_rota_overrides add constraint ops_console_rota_overrides_order_check check (ends_at > starts_at)`
    )
  }

  /** The secret signs what is sent; it never leaves the console again. */
  #webhooks() {
    this.tenantTable(
      'ops_console_webhooks',
      (t) => {
        t.text('name').notNullable()
        t.text('url').notNullable()
        t.binary('secret').notNullable()
        t.integer('key_version').notNullable()
        t.boolean('active').notNullable().defaultTo(true)
        t.timestamps(true, true)
      },
      { ...CITY, redact: ['secret'] }
    )
    this.schema.raw(`revoke all on ops_console.ops_console_webhooks from unia_app, unia_city`)
    this.schema.raw(
      `grant select (tenant_id, id, name, url, active) on ops_console.ops_console_webhooks to unia_city`
    )
  }

  /** `steps`: [{afterMinutes, targets: [{type, …}]}], see alarms/policy.ts. */
  #policies() {
    this.tenantTable(
      'ops_console_policies',
      (t) => {
        t.text('name').notNullable()
        t.integer('position').notNullable().defaultTo(100)
        t.text('min_severity').notNullable().defaultTo('warning').checkIn(['warning', 'critical'])
        t.specificType('kinds', 'text[]').notNullable().defaultTo('{}')
        t.specificType('checks', 'text[]').notNullable().defaultTo('{}')
        t.jsonb('steps').notNullable().defaultTo('[]')
        t.boolean('active').notNullable().defaultTo(true)
        t.timestamps(true, true)
      },
      CITY
    )
  }

  /** The outbox. One row for one recipient of one step of one episode of an incident. */
  #notices() {
    this.tenantTable(
      'ops_console_notices',
      (t) => {
        t.uuid('incident_id')
        t.integer('episode').notNullable().defaultTo(0)
        t.text('kind')
          .notNullable()
          .checkIn(['problem', 'escalation', 'recovered', 'school', 'digest', 'test'])
        t.integer('step').notNullable().defaultTo(0)
        t.text('channel').notNullable().checkIn(['email', 'webhook', 'bell'])
        t.text('recipient').notNullable()
        t.text('name').notNullable()
        t.text('address').notNullable()
        t.text('locale').notNullable().defaultTo('pl')
        t.integer('hourly_limit')
        t.jsonb('content').notNullable()
        t.text('state')
          .notNullable()
          .defaultTo('pending')
          .checkIn(['pending', 'sending', 'sent', 'dead', 'dropped', 'held', 'digested'])
        t.integer('attempts').notNullable().defaultTo(0)
        t.timestamp('due_at', { useTz: true }).notNullable()
        t.timestamp('sent_at', { useTz: true })
        t.text('error')
        t.uuid('digest_id')
        t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.index(['tenant_id', 'incident_id'])
      },
      { also: OPS, city: true, readOnly: true, audit: false }
    )
    this.schema.raw(`create unique index ops_console_notices_once on ops_console.ops_console_notices
      (tenant_id, incident_id, episode, kind, step, channel, recipient)`)
    this.schema.raw(`create index ops_console_notices_due on ops_console.ops_console_notices (due_at)
      where state in ('pending', 'sending', 'held')`)
    this.schema.raw(
      `create index ops_console_notices_recent on ops_console.ops_console_notices (recipient, sent_at)`
    )
    this.schema.raw(`revoke select on ops_console.ops_console_notices from unia_app`)
  }
}
