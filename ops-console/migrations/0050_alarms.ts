import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
const INCIDENTS = 'ops_console.ops_console_incidents'

/** The life of an incident: its key, who has it, what it drags down, what happened to it, what must stay quiet. */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.#incidents()
    this.#audit()
    this.#impacts()
    this.#timeline()
    this.#silences()
    this.#windows()
    this.#bus()
  }

  /** `device_id` is null for what concerns no single entity, such as a console that sees nothing. */
  #incidents() {
    this.schema.raw(`
      alter table ${INCIDENTS}
        alter column device_id drop not null,
        add column instance text not null default '',
        add column origin text not null default 'poll',
        add column self_clearing boolean not null default true,
        add column occurrences integer not null default 1,
        add column episode integer not null default 0,
        add column episode_at timestamptz not null default now(),
        add column step integer not null default -1,
        add column acknowledged_at timestamptz,
        add column acknowledged_by uuid,
        add column acknowledged_name text,
        add column acknowledged_comment text,
        add column acknowledged_until timestamptz,
        add column close_reason text,
        add column close_note text,
        add column closed_name text,
        add column attributed_tenant_id integer,
        add column attributed_id uuid,
        add column settled_at timestamptz,
        add column supplier text,
        add column ticket text`)
    this.schema.raw(
      `update ${INCIDENTS} set episode_at = opened_at, settled_at = closed_at, close_reason = case when closed_at is not null then 'recovered' end`
    )
    this.schema.raw(`alter table ${INCIDENTS} add constraint ops_console_incidents_close_reason_check
      check (close_reason in ('recovered', 'manual', 'attributed', 'maintenance', 'disabled'))`)
    this.schema.raw(`drop index ops_console.ops_console_incidents_open`)
    this.schema.raw(`create unique index ops_console_incidents_open on ${INCIDENTS}
      (tenant_id, device_id, check_code, instance) nulls not distinct where closed_at is null`)
    this.schema.raw(
      `create index ops_console_incidents_by_device on ${INCIDENTS} (device_id, closed_at desc nulls first)`
    )
    this.schema.raw(
      `create index ops_console_incidents_unsettled on ${INCIDENTS} (closed_at) where settled_at is null and closed_at is not null`
    )
  }

  /** "Seen again" is written every few seconds and belongs to no trail. */
  #audit() {
    this.schema.raw(`drop trigger audit on ${INCIDENTS}`)
    this.schema
      .raw(`create trigger audit after insert or delete or update of severity, closed_at, acknowledged_at, acknowledged_until, close_note, ticket
      on ${INCIDENTS} for each row execute function core.access_write_audit()`)
  }

  /** Entities cut off by what the incident is about. Rows belong to the entity's unit, so that it sees its own. */
  #impacts() {
    this.tenantTable(
      'ops_console_impacts',
      (t) => {
        t.uuid('device_id').notNullable()
        t.integer('incident_tenant_id').notNullable()
        t.uuid('incident_id').notNullable()
        t.timestamp('from_at', { useTz: true }).notNullable()
        t.timestamp('to_at', { useTz: true })
        t.index(['incident_id'])
        t.foreign(['tenant_id', 'device_id'])
          .references(['tenant_id', 'id'])
          .inTable('ops_console.ops_console_devices')
          .onUpdate('cascade')
          .onDelete('cascade')
      },
      { also: OPS, city: true, readOnly: true, key: 'bigint', audit: false }
    )
    this.schema.raw(`create unique index ops_console_impacts_open on ops_console.ops_console_impacts
      (tenant_id, device_id) where to_at is null`)
    this.schema.raw(
      `create index ops_console_impacts_by_device on ops_console.ops_console_impacts (device_id, to_at desc nulls first)`
    )
  }

  #timeline() {
    this.tenantTable(
      'ops_console_incident_events',
      (t) => {
        t.uuid('incident_id').notNullable()
        t.timestamp('at', { useTz: true }).notNullable()
        t.text('kind').notNullable()
        t.uuid('actor_id')
        t.text('actor_name')
        t.jsonb('details').notNullable().defaultTo('{}')
        t.index(['tenant_id', 'incident_id', 'at'])
        t.foreign(['tenant_id', 'incident_id'])
          .references(['tenant_id', 'id'])
          .inTable(INCIDENTS)
          .onUpdate('cascade')
          .onDelete('cascade')
      },
      { also: OPS, city: true, readOnly: true, key: 'bigint', audit: false }
    )
    // What happened stays written; it goes only with the incident itself.
    this.schema.raw(`revoke update, delete on ops_console.ops_console_incident_events from unia_ops`)
    this.schema.raw(`revoke select on ops_console.ops_console_incident_events from unia_app`)
  }

  /** Silences and city-wide windows are the city's own rows. */
  #silences() {
    this.tenantTable(
      'ops_console_silences',
      (t) => {
        t.integer('unit_tenant_id')
        t.text('kind')
        t.text('check_code')
        t.text('severity').checkIn(['warning', 'critical'])
        t.uuid('device_id')
        t.text('reason').notNullable()
        t.uuid('author_id')
        t.text('author_name').notNullable()
        t.timestamp('starts_at', { useTz: true }).notNullable()
        t.timestamp('ends_at', { useTz: true }).notNullable()
        t.timestamp('ended_at', { useTz: true })
        t.timestamps(true, true)
        t.index(['ends_at'])
      },
      { also: OPS, city: true, readOnly: true }
    )
    this.schema
      .raw(`alter table ops_console.ops_console_silences add constraint ops_console_silences_length_check
      check (ends_at > starts_at and ends_at <= starts_at + interval '30 days 2 hours')`)
    this.schema.raw(`revoke select on ops_console.ops_console_silences from unia_app`)
  }

  #windows() {
    this.tenantTable(
      'ops_console_windows',
      (t) => {
        t.text('scope').notNullable().checkIn(['device', 'unit', 'city'])
        t.uuid('device_id')
        t.timestamp('starts_at', { useTz: true }).notNullable()
        t.timestamp('ends_at', { useTz: true }).notNullable()
        t.text('repeats').notNullable().defaultTo('none').checkIn(['none', 'weekly', 'monthly'])
        t.date('repeats_until')
        t.boolean('subtree').notNullable().defaultTo(true)
        t.boolean('sla_excluded').notNullable().defaultTo(false)
        t.timestamp('announced_at', { useTz: true })
        t.text('reason').notNullable()
        t.uuid('author_id')
        t.text('author_name').notNullable()
        t.text('supplier')
        t.text('supplier_reference')
        t.timestamp('ended_at', { useTz: true })
        t.timestamp('cut_until', { useTz: true })
        t.timestamps(true, true)
        t.index(['tenant_id', 'starts_at'])
        t.foreign(['tenant_id', 'device_id'])
          .references(['tenant_id', 'id'])
          .inTable('ops_console.ops_console_devices')
          .onUpdate('cascade')
          .onDelete('cascade')
      },
      { also: OPS, city: true, readOnly: true }
    )
    this.schema.raw(`alter table ops_console.ops_console_windows
      add constraint ops_console_windows_order_check check (ends_at > starts_at),
      add constraint ops_console_windows_device_check check ((scope = 'device') = (device_id is not null))`)
  }

  /** The console says its facts in the outbox; of what others say it sees nothing. */
  #bus() {
    this.schema.raw(`grant select, insert on core.bus_outbox to unia_ops`)
    this.schema.raw(`create policy unia_ops on core.bus_outbox to unia_ops
      using (type like 'pl.lublin.edu.ops-console.%') with check (type like 'pl.lublin.edu.ops-console.%')`)
  }
}
