import { PluginMigration } from '../../app/database/migration.ts'

/** The city's values of dated parameters, for all units alike. Withdrawn, never overwritten. */
export default class extends PluginMigration {
  plugin = 'core'

  async up() {
    this.schema.raw(`
      create table core.parameters_values (
        id uuid primary key default uuidv7(),
        parameter_id text not null,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        value jsonb not null,
        verify boolean not null default false,
        note text,
        created_by uuid not null,
        created_at timestamptz not null default now(),
        revoked_by uuid,
        revoked_at timestamptz,
        revoke_reason text,
        check ((revoked_at is null) = (revoked_by is null)),
        constraint parameters_values_no_overlap exclude using gist
          (parameter_id with =, daterange(valid_from, valid_to, '[]') with &&) where (revoked_at is null)
      )`)
    this.schema.raw('grant select on core.parameters_values to unia_app, unia_city, unia_system')
    this.schema.raw('grant insert on core.parameters_values to unia_system')
    this.schema.raw(
      'grant update (revoked_by, revoked_at, revoke_reason) on core.parameters_values to unia_system'
    )
    this.schema.raw(`
      create function core.parameters_keep_history() returns trigger language plpgsql as $$
      begin
        if old.revoked_at is not null then
          raise exception 'a withdrawn parameter value does not change' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`)
    this.schema.raw(
      'create trigger keep_history before update on core.parameters_values for each row execute function core.parameters_keep_history()'
    )
    this.schema.raw(`
      create function core.parameters_announce() returns trigger language plpgsql as $$
      begin perform pg_notify('parameters', ''); return null; end $$`)
    this.schema.raw(
      'create trigger announce after insert or update on core.parameters_values for each statement execute function core.parameters_announce()'
    )
  }
}
