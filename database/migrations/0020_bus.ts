import { PluginMigration } from '../../app/database/migration.ts'

const RELAY = 'select, insert, update, delete'

/** Outbox, inbox and what the relay keeps between them. Tenants write their own outbox; the relay sees all of them. */
export default class extends PluginMigration {
  plugin = 'core'

  async up() {
    this.#outbox()
    this.#inbox()
    this.#delivery()
    this.#deadLetter()
    this.#claim()
    this.#city()
  }

  #outbox() {
    this.tenantTable(
      'bus_outbox',
      (t) => {
        t.specificType('seq', 'bigint generated always as identity').notNullable()
        t.uuid('id').notNullable().defaultTo(this.raw('uuidv7()'))
        t.text('type').notNullable()
        t.text('partition_key').notNullable()
        t.bigInteger('aggregate_seq').notNullable()
        t.jsonb('payload').notNullable()
        t.specificType('xid', 'xid8').notNullable().defaultTo(this.raw('pg_current_xact_id()'))
        t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.timestamp('published_at', { useTz: true })
        t.primary(['tenant_id', 'seq'])
        t.unique(['tenant_id', 'id'])
        t.unique(['tenant_id', 'partition_key', 'aggregate_seq'])
      },
      { key: 'none', audit: false, also: { unia_system: RELAY } }
    )
    this.schema.raw('create index bus_outbox_waiting on core.bus_outbox (seq) where published_at is null')
    // What was said stays said: a publisher neither changes nor withdraws it.
    this.schema.raw('revoke update, delete on core.bus_outbox from unia_app')
  }

  #inbox() {
    this.tenantTable(
      'bus_inbox',
      (t) => {
        t.text('consumer').notNullable()
        t.uuid('event_id').notNullable()
        t.text('business_key')
        t.text('content_hash').notNullable()
        t.timestamp('received_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.text('status').notNullable().checkIn(['received', 'done', 'skipped', 'failed'])
        t.jsonb('result')
        t.primary(['tenant_id', 'consumer', 'event_id'])
      },
      { key: 'none', audit: false, also: { unia_system: RELAY } }
    )
    this.schema.raw(
      'create unique index bus_inbox_business_key on core.bus_inbox (tenant_id, consumer, business_key) where business_key is not null'
    )
    this.schema.raw('revoke delete on core.bus_inbox from unia_app')
  }

  #delivery() {
    this.tenantTable(
      'bus_delivery',
      (t) => {
        t.uuid('event_id').notNullable()
        t.uuid('subscription_id').notNullable()
        t.bigInteger('seq').notNullable()
        t.text('partition_key').notNullable()
        t.integer('attempt').notNullable().defaultTo(0)
        t.text('state').notNullable().checkIn(['pending', 'waiting_retry', 'parked', 'done', 'dead'])
        t.timestamp('next_at', { useTz: true }).notNullable()
        t.text('outcome')
        t.text('last_error')
        t.boolean('replayed').notNullable().defaultTo(false)
        t.primary(['tenant_id', 'event_id', 'subscription_id'])
      },
      { key: 'none', audit: false, readOnly: true, also: { unia_system: RELAY } }
    )
    this.schema.raw(
      `create index bus_delivery_open on core.bus_delivery (subscription_id, tenant_id, partition_key, seq)
       where state in ('pending', 'waiting_retry', 'parked')`
    )
  }

  #deadLetter() {
    this.tenantTable(
      'bus_dead_letter',
      (t) => {
        t.uuid('event_id').notNullable()
        t.uuid('subscription_id').notNullable()
        t.text('reason_code').notNullable()
        t.text('error').notNullable()
        t.integer('attempts').notNullable()
        t.jsonb('details')
        t.timestamp('first_at', { useTz: true }).notNullable()
        t.timestamp('last_at', { useTz: true }).notNullable()
        t.text('resolution').checkIn(['redriven', 'discarded'])
        t.text('resolution_reason')
        t.text('resolved_by')
        t.timestamp('resolved_at', { useTz: true })
      },
      { readOnly: true, also: { unia_system: RELAY } }
    )
    this.schema.raw(
      'create index bus_dead_letter_open on core.bus_dead_letter (last_at) where resolution is null'
    )
  }

  /** Data too large for an event, stored once and known by its SHA-256. */
  #claim() {
    this.tenantTable(
      'bus_claim',
      (t) => {
        t.text('sha256').notNullable()
        t.text('media_type').notNullable()
        t.specificType('body', 'bytea').notNullable()
        t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.primary(['tenant_id', 'sha256'])
      },
      { key: 'none', audit: false, also: { unia_system: 'select' } }
    )
    this.schema.raw('revoke update, delete on core.bus_claim from unia_app')
  }

  #city() {
    this.schema.raw(`
      create table core.bus_subscription (
        id uuid primary key default uuidv7(),
        consumer text not null unique,
        type_pattern text not null,
        kind text not null default 'local' check (kind in ('local', 'webhook', 'soap')),
        endpoint text,
        secret_ref text,
        max_attempts integer not null default 12 check (max_attempts > 0),
        timeout_ms integer not null default 30000 check (timeout_ms > 0),
        ordered boolean not null default false,
        replay_safe boolean not null default true,
        paused boolean not null default false,
        created_at timestamptz not null default now()
      )`)
    this.schema.raw(`
      create table core.bus_schema (
        type text not null,
        version text not null,
        json_schema jsonb not null,
        status text not null default 'active' check (status in ('draft', 'active', 'deprecated', 'retired')),
        compat text not null default 'backward',
        primary key (type, version)
      )`)
    this.schema.raw(`
      create table core.bus_replay (
        id uuid primary key default uuidv7(),
        criteria jsonb not null,
        events integer not null,
        requested_by text not null,
        approved_by text check (approved_by <> requested_by),
        created_at timestamptz not null default now()
      )`)
    this.schema.raw(`
      create table core.bus_endpoint_health (
        endpoint text primary key,
        breaker jsonb not null,
        changed_at timestamptz not null default now()
      )`)
    for (const table of ['subscription', 'schema', 'replay', 'endpoint_health']) {
      this.schema.raw(`grant ${RELAY} on core.bus_${table} to unia_system`)
    }
    this.schema.raw(
      `create trigger audit after insert on core.bus_replay for each row execute function core.access_write_audit()`
    )
  }
}
