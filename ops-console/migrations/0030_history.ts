import { PluginMigration } from '../../app/database/migration.ts'

const SAMPLES = 'ops_console.ops_console_samples'
const LAYOUTS = 'ops_console.ops_console_layouts'
const LEVELS = ['1m', '5m', '1h', '1d']

/**
 * Samples of any metrics: one row an entity and poll, the values as an array whose places a layout names. Roll-ups keep
 * sums, so that coarser levels are exact sums of finer ones.
 *
 * The tables are partitioned, which `tenantTable` cannot make. The collector writes by COPY, and PostgreSQL refuses COPY
 * into a table with row-level security; so it writes straight into the partitions, which nobody but `unia_ops` may touch.
 * No foreign key to the tenant: checking it would cost more than writing the row.
 */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.#layouts()
    this.schema.raw(`alter table ${SAMPLES} rename to ops_console_samples_wide`)
    this.schema.raw(
      `alter index ops_console.ops_console_samples_pkey rename to ops_console_samples_wide_pkey`
    )
    this.#samples()
    for (const level of LEVELS) this.#rollup(`ops_console.ops_console_rollup_${level}`)
    this.#linkMinutes()
    this.#queue()
    this.#partitionFunctions()
    this.#takeOver()
  }

  #layouts() {
    this.schema.raw(`
      create table ${LAYOUTS} (
        id integer generated always as identity primary key,
        names text[] not null
      )`)
    // A device with a hundred interfaces has more names than an index can hold: their digest is unique instead.
    this.schema.raw(`
      create function ops_console.ops_console_layout_digest(names text[]) returns text
      language sql immutable parallel safe as $$ select md5(array_to_string(names, E'\\n')) $$`)
    this.schema.raw(`create unique index on ${LAYOUTS} (ops_console.ops_console_layout_digest(names))`)
    // The layout of a poll without an answer.
    this.schema.raw(`insert into ${LAYOUTS} (id, names) overriding system value values (0, '{}')`)
    this.schema.raw(`grant select on ${LAYOUTS} to unia_app, unia_city, unia_ops`)
    this.schema.raw(`grant insert on ${LAYOUTS} to unia_ops`)
  }

  #samples() {
    this.#partitioned(
      SAMPLES,
      `layout_id integer not null,
       answered boolean not null,
       values double precision[],
       primary key (tenant_id, device_id, at)`
    )
  }

  /** `counts`, `mins` and `maxs` null: every value was measured once. */
  #rollup(table: string) {
    this.#partitioned(
      table,
      `layout_id integer not null,
       polls integer not null,
       answered integer not null,
       sums double precision[] not null,
       mins double precision[],
       maxs double precision[],
       counts integer[],
       primary key (tenant_id, device_id, at, layout_id)`
    )
  }

  /** One probe group a minute: `rtts` of all that came back, in milliseconds. */
  #linkMinutes() {
    this.#partitioned(
      'ops_console.ops_console_link_minutes',
      `sent smallint not null,
       received smallint not null,
       min_ms real,
       avg_ms real,
       max_ms real,
       rtts real[] not null,
       primary key (tenant_id, device_id, at)`
    )
  }

  #partitioned(table: string, columns: string) {
    this.schema.raw(`
      create table ${table} (
        tenant_id integer not null,
        device_id uuid not null,
        at timestamptz not null,
        ${columns}
      ) partition by range (at)`)
    this.schema.raw(`create index on ${table} (at)`)
    this.schema.raw(`alter table ${table} enable row level security`)
    this.schema.raw(
      `create policy tenant on ${table} for select to unia_app using (tenant_id = (select core.current_tenant()))`
    )
    this.schema.raw(`create policy city on ${table} for select to unia_city using (true)`)
    this.schema.raw(`create policy unia_ops on ${table} to unia_ops using (true) with check (true)`)
    this.schema.raw(`grant select on ${table} to unia_app, unia_city`)
    this.schema.raw(`grant select, insert, update on ${table} to unia_ops`)
  }

  /** Buckets whose samples changed since they were last summed up, and how far each level has come. */
  #queue() {
    this.schema.raw(`
      create table ops_console.ops_console_rollup_due (
        id bigint generated always as identity primary key,
        level text not null,
        at timestamptz not null
      )`)
    this.schema.raw(`create index on ops_console.ops_console_rollup_due (level, at)`)
    this.schema.raw(`
      create table ops_console.ops_console_rollup_marks (
        level text primary key,
        done_until timestamptz not null
      )`)
    this.schema.raw(`grant select, insert, delete on ops_console.ops_console_rollup_due to unia_ops`)
    this.schema.raw(`grant select, insert, update on ops_console.ops_console_rollup_marks to unia_ops`)
    this.schema.raw(`grant select on ops_console.ops_console_rollup_marks to unia_app, unia_city`)
  }

  #partitionFunctions() {
    this.schema.raw(`
      create function ops_console.ops_console_history_tables() returns table (name text, period text)
      language sql immutable as $$
        values ('ops_console_samples', 'day'), ('ops_console_link_minutes', 'day'), ('ops_console_rollup_1m', 'day'),
               ('ops_console_rollup_5m', 'month'), ('ops_console_rollup_1h', 'year'), ('ops_console_rollup_1d', 'year')
      $$`)
    this.schema.raw(`
      create function ops_console.ops_console_ensure_history(first date, last date) returns void
      language plpgsql security definer set search_path = ops_console, pg_temp as $$
      declare
        one record;
        start date;
        stop date;
        part text;
      begin
        if last - first > 800 or last > (now() at time zone 'utc')::date + 40 then
          raise exception 'too many days of history at once';
        end if;
        perform pg_advisory_xact_lock(hashtext('ops_console_partitions'));
        for one in select name, period from ops_console_history_tables() loop
          start := date_trunc(one.period, first::timestamp)::date;
          while start <= last loop
            stop := (start + ('1 ' || one.period)::interval)::date;
            part := one.name || '_p' || to_char(start, 'YYYYMMDD');
            if to_regclass('ops_console.' || part) is null then
              execute format('create table %I partition of %I for values from (%L) to (%L)', part, one.name,
                start::timestamp at time zone 'utc', stop::timestamp at time zone 'utc');
              execute format('grant insert on %I to unia_ops', part);
            end if;
            start := stop;
          end loop;
        end loop;
      end $$`)
    this.schema.raw(`
      create function ops_console.ops_console_drop_history(parent text, keep integer) returns integer
      language plpgsql security definer set search_path = ops_console, pg_temp as $$
      declare
        length interval := (select ('1 ' || period)::interval from ops_console_history_tables() where name = parent);
        oldest timestamp := (now() at time zone 'utc')::date - keep;
        part text;
        dropped integer := 0;
      begin
        if length is null then raise exception 'no table of history'; end if;
        if keep < 1 then raise exception 'at least one day of history is kept'; end if;
        perform pg_advisory_xact_lock(hashtext('ops_console_partitions'));
        for part in
          select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = ('ops_console.' || parent)::regclass
            and to_date(right(c.relname, 8), 'YYYYMMDD')::timestamp + length <= oldest
        loop
          execute format('drop table %I', part);
          dropped := dropped + 1;
        end loop;
        return dropped;
      end $$`)
    for (const name of ['ensure_history(date, date)', 'drop_history(text, integer)']) {
      this.schema.raw(`revoke execute on function ops_console.ops_console_${name} from public`)
      this.schema.raw(`grant execute on function ops_console.ops_console_${name} to unia_ops`)
    }
  }

  /** Samples of the old wide table become rows of one layout; what is older than a month is let go. */
  #takeOver() {
    const names = `'{inBps,outBps,sessions,cpuMgmt,cpuData,latencyMs,rxDbm}'`
    const today = `(now() at time zone 'utc')::date`
    this.schema.raw(`select ops_console.ops_console_ensure_history(${today} - 31, ${today} + 2)`)
    this.schema.raw(`insert into ${LAYOUTS} (names) values (${names})`)
    this.schema.raw(`
      insert into ${SAMPLES} (tenant_id, device_id, at, layout_id, answered, values)
      select tenant_id, device_id, at, case when answered then l.id else 0 end, answered,
        case when answered then array[in_bps, out_bps, sessions, cpu_mgmt, cpu_data, latency_ms, rx_dbm] end
      from ops_console.ops_console_samples_wide, ${LAYOUTS} l
      where l.names = ${names}::text[] and at >= ${today} - 30 and at < ${today} + 2`)
    this.schema.raw(`
      insert into ops_console.ops_console_rollup_due (level, at)
      select distinct '1m', date_bin('1 minute', at, 'epoch') from ${SAMPLES}`)
    this.schema.raw(`drop table ops_console.ops_console_samples_wide`)
    this.schema.raw(`drop function ops_console.ops_console_ensure_sample_days(integer)`)
    this.schema.raw(`drop function ops_console.ops_console_drop_sample_days(integer)`)
  }
}
