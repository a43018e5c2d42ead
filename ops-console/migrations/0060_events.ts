import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
const WATCHED = { also: OPS, city: true, readOnly: true, audit: false } as const
const EVENTS = 'ops_console.ops_console_events'

/**
 * Syslog messages and traps. What tells of people's doings is kept for a shorter time, so events are partitioned by
 * that first and then by day (UTC); a day is dropped whole. Messages of unknown origin belong to the city.
 */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.#events()
    this.#partitionFunctions()
    this.#sources()
    this.#quarantine()
    this.#sequences()
    this.#clocks()
    this.#processes()
    this.schema.raw(`select ops_console.ops_console_ensure_event_days(2)`)
  }

  #events() {
    this.schema.raw(`create sequence ops_console.ops_console_event_ids`)
    this.schema.raw(`grant usage, select on sequence ops_console.ops_console_event_ids to unia_ops`)
    this.schema.raw(`
      create table ${EVENTS} (
        tenant_id integer not null references core.tenancy_tenants (id),
        id bigint not null default nextval('ops_console.ops_console_event_ids'),
        received_at timestamptz not null,
        personal boolean not null,
        device_id uuid,
        device_at timestamptz,
        skew_s integer,
        source text not null,
        via text not null,
        facility smallint,
        severity smallint,
        type text not null,
        subtype text not null,
        serial text,
        seqno bigint,
        message text not null,
        fields jsonb not null,
        people text[] not null,
        quarantined boolean not null,
        search tsvector not null,
        primary key (tenant_id, received_at, id, personal)
      ) partition by list (personal)`)
    for (const kind of ['personal', 'other']) {
      this.schema.raw(
        `create table ${EVENTS}_${kind} partition of ${EVENTS} for values in (${kind === 'personal'})
         partition by range (received_at)`
      )
      this.schema.raw(`alter table ${EVENTS}_${kind} enable row level security`)
    }
    this.schema.raw(`create index on ${EVENTS} (received_at, id)`)
    this.schema.raw(`create index on ${EVENTS} (device_id, received_at)`)
    this.schema.raw(`create index on ${EVENTS} using gin (search)`)
    this.schema.raw(`alter table ${EVENTS} enable row level security`)
    this.schema.raw(
      `create policy tenant on ${EVENTS} for select to unia_app using (tenant_id = (select core.current_tenant()))`
    )
    this.schema.raw(`create policy city on ${EVENTS} for select to unia_city using (true)`)
    this.schema.raw(`create policy unia_ops on ${EVENTS} to unia_ops using (true) with check (true)`)
    this.schema.raw(`grant select on ${EVENTS} to unia_app, unia_city`)
    this.schema.raw(`grant select, insert on ${EVENTS} to unia_ops`)
  }

  #partitionFunctions() {
    this.schema.raw(`
      create function ops_console.ops_console_ensure_event_days(ahead integer) returns void
      language plpgsql security definer set search_path = ops_console, pg_temp as $$
      declare
        today date := (now() at time zone 'utc')::date;
        day date;
        kind text;
        part text;
      begin
        for i in 0..least(ahead, 30) loop
          day := today + i;
          foreach kind in array array['personal', 'other'] loop
            part := 'ops_console_events_' || kind || '_' || to_char(day, 'YYYYMMDD');
            continue when to_regclass('ops_console.' || part) is not null;
            execute format('create table %I partition of %I for values from (%L) to (%L)',
              part, 'ops_console_events_' || kind,
              day::timestamp at time zone 'utc', (day + 1)::timestamp at time zone 'utc');
            execute format('alter table %I enable row level security', part);
          end loop;
        end loop;
      end $$`)
    this.schema.raw(`
      create function ops_console.ops_console_drop_event_days(keep_personal integer, keep_other integer) returns integer
      language plpgsql security definer set search_path = ops_console, pg_temp as $$
      declare
        kind text;
        keep integer;
        part text;
        dropped integer := 0;
      begin
        if least(keep_personal, keep_other) < 1 then raise exception 'at least one day of events is kept'; end if;
        foreach kind in array array['personal', 'other'] loop
          keep := case kind when 'personal' then keep_personal else keep_other end;
          for part in
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = ('ops_console.ops_console_events_' || kind)::regclass
              and c.relname < 'ops_console_events_' || kind || '_' ||
                to_char((now() at time zone 'utc')::date - keep, 'YYYYMMDD')
          loop
            execute format('drop table %I', part);
            dropped := dropped + 1;
          end loop;
        end loop;
        return dropped;
      end $$`)
    for (const signature of ['ensure_event_days(integer)', 'drop_event_days(integer, integer)']) {
      this.schema.raw(`revoke execute on function ops_console.ops_console_${signature} from public`)
      this.schema.raw(`grant execute on function ops_console.ops_console_${signature} to unia_ops`)
    }
  }

  /** Serial numbers and addresses that a person gave to a device, beside what the inventory says. */
  #sources() {
    this.tenantTable(
      'ops_console_event_sources',
      (t) => {
        t.uuid('device_id').notNullable()
        t.text('address')
        t.text('serial')
        t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(this.now())
        t.check('num_nonnulls(address, serial) > 0')
        t.foreign(['tenant_id', 'device_id'])
          .references(['tenant_id', 'id'])
          .inTable('ops_console.ops_console_devices')
          .onUpdate('cascade')
          .onDelete('cascade')
      },
      { also: OPS, city: true, readOnly: true }
    )
  }

  #quarantine() {
    this.tenantTable(
      'ops_console_event_quarantine',
      (t) => {
        t.text('source').notNullable()
        t.text('serial').notNullable()
        t.text('reason').notNullable()
        t.text('via').notNullable()
        t.timestamp('first_at', { useTz: true }).notNullable()
        t.timestamp('last_at', { useTz: true }).notNullable()
        t.bigInteger('count').notNullable()
        t.text('sample').notNullable()
        t.primary(['tenant_id', 'source', 'serial', 'reason'])
      },
      { ...WATCHED, key: 'none' }
    )
    this.schema.raw(`revoke all on ops_console.ops_console_event_quarantine from unia_app`)
  }

  #sequences() {
    this.tenantTable(
      'ops_console_event_sequences',
      (t) => {
        t.uuid('device_id').notNullable()
        t.text('serial').notNullable()
        t.text('log_type').notNullable()
        t.bigInteger('last').notNullable()
        t.primary(['tenant_id', 'serial', 'log_type'])
      },
      { ...WATCHED, key: 'none' }
    )
    this.tenantTable(
      'ops_console_event_gaps',
      (t) => {
        t.uuid('device_id').notNullable()
        t.text('serial').notNullable()
        t.text('log_type').notNullable()
        t.bigInteger('first').notNullable()
        t.bigInteger('last').notNullable()
        t.timestamp('noticed_at', { useTz: true }).notNullable()
        t.timestamp('filled_at', { useTz: true })
        t.index(['tenant_id', 'device_id', 'noticed_at'])
      },
      { ...WATCHED, key: 'bigint' }
    )
  }

  #clocks() {
    this.tenantTable(
      'ops_console_event_clocks',
      (t) => {
        t.uuid('device_id').notNullable()
        t.integer('skew_s')
        t.timestamp('last_event_at', { useTz: true }).notNullable()
        t.primary(['tenant_id', 'device_id'])
      },
      { ...WATCHED, key: 'none' }
    )
  }

  #processes() {
    this.schema.raw(`
      create table ops_console.ops_console_ingests (
        id text primary key,
        started_at timestamptz not null,
        beat_at timestamptz not null,
        counters jsonb not null
      )`)
    this.schema.raw(`grant select, insert, update, delete on ops_console.ops_console_ingests to unia_ops`)
    this.schema.raw(`grant select on ops_console.ops_console_ingests to unia_app, unia_city, unia_system`)
  }
}
