import { PluginMigration } from '../../app/database/migration.ts'

const TABLE = 'ops_console.ops_console_samples'

/**
 * Samples in partitions of a day (UTC). `tenantTable` cannot make a partitioned table, so its policies are repeated.
 * The collector owns nothing: partitions are made and dropped by two functions that run as the owner.
 */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.schema.raw(`
      create table ${TABLE} (
        tenant_id integer not null references core.tenancy_tenants (id),
        device_id uuid not null,
        at timestamptz not null,
        in_bps double precision,
        out_bps double precision,
        sessions integer,
        cpu_mgmt real,
        cpu_data real,
        latency_ms real,
        rx_dbm real,
        answered boolean not null,
        primary key (tenant_id, device_id, at)
      ) partition by range (at)`)
    this.schema.raw(`alter table ${TABLE} enable row level security`)
    this.schema.raw(
      `create policy tenant on ${TABLE} for select to unia_app using (tenant_id = (select core.current_tenant()))`
    )
    this.schema.raw(`create policy city on ${TABLE} for select to unia_city using (true)`)
    this.schema.raw(`create policy unia_ops on ${TABLE} to unia_ops using (true) with check (true)`)
    this.schema.raw(`grant select on ${TABLE} to unia_app, unia_city`)
    this.schema.raw(`grant select, insert on ${TABLE} to unia_ops`)
    this.#partitionFunctions()
    this.schema.raw(`select ops_console.ops_console_ensure_sample_days(2)`)
  }

  #partitionFunctions() {
    this.schema.raw(`
      create function ops_console.ops_console_ensure_sample_days(ahead integer) returns void
      language plpgsql security definer set search_path = ops_console, pg_temp as $$
      declare
        today date := (now() at time zone 'utc')::date;
        day date;
        part text;
      begin
        for i in 0..least(ahead, 30) loop
          day := today + i;
          part := 'ops_console_samples_' || to_char(day, 'YYYYMMDD');
          continue when to_regclass('ops_console.' || part) is not null;
          execute format('create table %I partition of ops_console_samples for values from (%L) to (%L)',
            part, day::timestamp at time zone 'utc', (day + 1)::timestamp at time zone 'utc');
          execute format('alter table %I enable row level security', part);
        end loop;
      end $$`)
    this.schema.raw(`
      create function ops_console.ops_console_drop_sample_days(keep integer) returns integer
      language plpgsql security definer set search_path = ops_console, pg_temp as $$
      declare
        part text;
        dropped integer := 0;
      begin
        if keep < 1 then raise exception 'at least one day of samples is kept'; end if;
        for part in
          select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'ops_console.ops_console_samples'::regclass
            and c.relname < 'ops_console_samples_' || to_char((now() at time zone 'utc')::date - keep, 'YYYYMMDD')
        loop
          execute format('drop table %I', part);
          dropped := dropped + 1;
        end loop;
        return dropped;
      end $$`)
    for (const name of ['ensure_sample_days', 'drop_sample_days']) {
      this.schema.raw(`revoke execute on function ops_console.ops_console_${name}(integer) from public`)
      this.schema.raw(`grant execute on function ops_console.ops_console_${name}(integer) to unia_ops`)
    }
  }
}
