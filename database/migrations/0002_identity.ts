import { PluginMigration } from '../../app/database/migration.ts'

/** People, accounts and sessions are the city's; only the system role sees them. Memberships belong to a tenant. */
export default class extends PluginMigration {
  plugin = 'core'

  async up() {
    this.schema.raw(`
      create table core.identity_people (
        id uuid primary key default uuidv7(),
        given_names text not null,
        surname text not null,
        birth_date date,
        pesel_cipher text,
        pesel_hash text unique,
        source text not null default 'manual',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)
    this.schema.raw(`
      create table core.identity_accounts (
        id uuid primary key default uuidv7(),
        person_id uuid not null unique references core.identity_people,
        login_name text not null unique check (login_name = lower(login_name)),
        password_hash text,
        state text not null default 'active' check (state in ('invited', 'active', 'disabled')),
        locale text not null default 'pl' check (locale in ('pl', 'en')),
        totp_cipher text,
        totp_confirmed_at timestamptz,
        totp_last_step bigint,
        last_login_at timestamptz,
        demo boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)
    this.schema.raw(`
      create table core.identity_recovery_codes (
        account_id uuid not null references core.identity_accounts on delete cascade,
        code_hash text not null,
        used_at timestamptz,
        primary key (account_id, code_hash)
      )`)
    this.schema.raw(`
      create table core.identity_sessions (
        id uuid primary key default uuidv7(),
        account_id uuid not null references core.identity_accounts on delete cascade,
        token_hash text not null unique,
        address text,
        user_agent text,
        acting_roles jsonb not null default '{}',
        needs_second_factor boolean not null default false,
        stepped_up_at timestamptz,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        idle_minutes integer not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        revoke_reason text
      )`)
    this.schema.raw(`create index on core.identity_sessions (account_id) where revoked_at is null`)
    this.schema.raw(`
      create table core.identity_notifications (
        id uuid primary key default uuidv7(),
        account_id uuid not null references core.identity_accounts on delete cascade,
        message_key text not null,
        message_values jsonb not null default '{}',
        href text,
        created_at timestamptz not null default now(),
        read_at timestamptz
      )`)
    this.schema.raw(`create index on core.identity_notifications (account_id, created_at desc)`)
    this.schema.raw(
      `create table core.identity_throttle (key text primary key, failures integer not null, last_at timestamptz not null)`
    )
    for (const table of ['throttle', 'people', 'accounts', 'recovery_codes', 'sessions', 'notifications']) {
      this.schema.raw(`grant select, insert, update, delete on core.identity_${table} to unia_system`)
    }
    this.schema.raw(
      `create trigger audit after insert or update or delete on core.identity_people
       for each row execute function core.access_write_audit('pesel_cipher', 'pesel_hash')`
    )
    this.schema.raw(
      `create trigger audit after insert or delete or update of login_name, password_hash, state, totp_confirmed_at on core.identity_accounts
       for each row execute function core.access_write_audit('password_hash', 'totp_cipher')`
    )
    this.tenantTable(
      'identity_memberships',
      (t) => {
        t.uuid('person_id').notNullable()
        t.uuid('unit_id')
        t.text('role').notNullable()
        t.date('valid_from').notNullable()
        t.date('valid_to')
        t.text('source').notNullable().defaultTo('manual')
        t.uuid('granted_by')
        t.timestamps(true, true)
        t.index(['tenant_id', 'person_id'])
      },
      { city: true, also: { unia_system: 'select, insert, update, delete' } }
    )
    this.schema.raw(`create index on core.identity_memberships (person_id)`)
    this.schema.raw(
      `alter table core.identity_memberships add check (valid_to is null or valid_to >= valid_from)`
    )
  }
}
