import { PluginMigration } from '../../app/database/migration.ts'

const ALL = 'select, insert, update, delete'

/**
 * Roles that follow facts name the fact (`source_key`) and, for a guardian, the child they are about; invitations,
 * contacts, passkeys, grants that wait for a second person, and merges of people.
 */
export default class extends PluginMigration {
  plugin = 'core'

  async up() {
    this.schema.raw(`alter table core.identity_memberships add column source_key text`)
    this.schema.raw(`alter table core.identity_memberships add column about_person_id uuid`)
    this.schema.raw(
      `create index identity_memberships_fact on core.identity_memberships (tenant_id, source, source_key)`
    )
    this.schema.raw(
      `create index identity_memberships_about on core.identity_memberships (about_person_id) where about_person_id is not null`
    )
    this.schema.raw(`alter table core.identity_accounts add column disabled_reason text`)
    this.#invitations()
    this.#contacts()
    this.#passkeys()
    this.#grants()
    this.#merges()
  }

  /** The code itself is nowhere: `selector` (its first four characters) finds the row, `code_hash` proves the rest. */
  #invitations() {
    this.tenantTable(
      'identity_invitations',
      (t) => {
        t.uuid('person_id').notNullable()
        t.text('kind').notNullable().defaultTo('account').checkIn(['account', 'recovery'])
        t.text('selector').notNullable()
        t.text('code_hash').notNullable()
        t.specificType('proofs', 'text[]').notNullable().defaultTo('{}')
        t.timestamp('expires_at', { useTz: true }).notNullable()
        t.integer('failures').notNullable().defaultTo(0)
        t.timestamp('paused_until', { useTz: true })
        t.timestamp('used_at', { useTz: true })
        t.timestamp('revoked_at', { useTz: true })
        t.timestamp('asked_again_at', { useTz: true })
        t.uuid('issued_by')
        t.text('sent_to')
        t.timestamp('sent_at', { useTz: true })
        t.text('send_error')
        t.timestamps(true, true)
        t.index(['tenant_id', 'person_id'])
      },
      { also: { unia_system: ALL }, redact: ['code_hash', 'selector', 'proofs'] }
    )
    this.schema.raw(
      `create index identity_invitations_live on core.identity_invitations (selector) where used_at is null and revoked_at is null`
    )
  }

  #contacts() {
    this.schema.raw(`
      create table core.identity_contacts (
        id uuid primary key default uuidv7(),
        person_id uuid not null references core.identity_people on delete cascade,
        kind text not null check (kind in ('email', 'phone')),
        value text not null,
        confirmed_at timestamptz,
        verified_at timestamptz,
        created_at timestamptz not null default now(),
        unique (person_id, kind, value)
      )`)
    this.schema.raw(`create index on core.identity_contacts (kind, lower(value))`)
    // In which units' records a person stands, so that a merge is told there and nowhere else.
    this.schema.raw(`
      create table core.identity_presences (
        person_id uuid not null references core.identity_people on delete cascade,
        known_in integer not null references core.tenancy_tenants on delete cascade,
        primary key (person_id, known_in)
      )`)
    this.#system('presences')
    this.#system('contacts')
    this.#audited('contacts', `'value'`)
  }

  #passkeys() {
    this.schema.raw(`
      create table core.identity_passkeys (
        id uuid primary key default uuidv7(),
        account_id uuid not null references core.identity_accounts on delete cascade,
        credential_id text not null unique,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null default '{}',
        name text not null,
        backed_up boolean not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz
      )`)
    this.schema.raw(`create index on core.identity_passkeys (account_id)`)
    this.schema.raw(`
      create table core.identity_challenges (
        id uuid primary key default uuidv7(),
        account_id uuid references core.identity_accounts on delete cascade,
        purpose text not null,
        challenge text not null,
        expires_at timestamptz not null
      )`)
    this.#system('passkeys')
    this.#system('challenges')
    this.schema.raw(
      `create trigger audit after insert or delete on core.identity_passkeys
       for each row execute function core.access_write_audit('public_key', 'credential_id')`
    )
  }

  /** A grant of a weighty role does nothing until a second person approves it. */
  #grants() {
    this.tenantTable(
      'identity_role_requests',
      (t) => {
        t.uuid('person_id').notNullable()
        t.text('role').notNullable()
        t.date('valid_to').notNullable()
        t.text('reason').notNullable()
        t.text('state').notNullable().defaultTo('waiting').checkIn(['waiting', 'approved', 'refused'])
        t.uuid('requested_by').notNullable()
        t.uuid('decided_by')
        t.timestamp('decided_at', { useTz: true })
        t.timestamps(true, true)
        t.check('decided_by is null or decided_by <> requested_by')
      },
      { city: true, also: { unia_system: ALL } }
    )
    this.schema.raw(
      `create unique index identity_role_requests_waiting on core.identity_role_requests (tenant_id, person_id, role) where state = 'waiting'`
    )
  }

  #merges() {
    this.schema.raw(`
      create table core.identity_merges (
        id uuid primary key default uuidv7(),
        kept_id uuid not null references core.identity_people,
        merged_id uuid not null references core.identity_people check (merged_id <> kept_id),
        state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'undone', 'dismissed')),
        reasons text[] not null,
        proposed_in integer references core.tenancy_tenants,
        proposed_by uuid,
        confirmed_by uuid,
        confirmed_at timestamptz,
        undone_by uuid,
        undone_at timestamptz,
        moved jsonb not null default '{}',
        created_at timestamptz not null default now()
      )`)
    this.schema.raw(
      `create unique index identity_merges_open on core.identity_merges (least(kept_id, merged_id), greatest(kept_id, merged_id))
       where state in ('proposed', 'confirmed')`
    )
    this.schema.raw(
      `alter table core.identity_people add column merged_into uuid references core.identity_people`
    )
    this.#system('merges')
    this.#audited('merges')
  }

  #system(table: string) {
    this.schema.raw(`grant ${ALL} on core.identity_${table} to unia_system`)
  }

  #audited(table: string, redacted = '') {
    this.schema.raw(
      `create trigger audit after insert or update or delete on core.identity_${table} for each row execute function core.access_write_audit(${redacted})`
    )
  }
}
