import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
const WRITTEN_BY_CONSOLE = { also: OPS, city: true, readOnly: true } as const
const SCHEMA = 'ops_console'

/** Endpoint protection of the units: computers, threats, packages and commands (specification, sections 1 and 6). */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.#groups()
    this.#computers()
    this.#threats()
    this.#packages()
    this.#commands()
    this.#figures()
  }

  /** Which unit's computers a group of the server holds, and since when. */
  #groups() {
    this.tenantTable(
      'ops_console_endpoint_groups',
      (t) => {
        t.text('group_path').notNullable()
        t.timestamp('valid_from', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.timestamp('valid_to', { useTz: true })
        t.text('mapped_by_name')
      },
      WRITTEN_BY_CONSOLE
    )
    this.schema.raw(
      `create unique index ops_console_endpoint_groups_open on ${SCHEMA}.ops_console_endpoint_groups (group_path)
       where valid_to is null`
    )
  }

  #computers() {
    this.tenantTable(
      'ops_console_computers',
      (t) => {
        t.text('unique_id').notNullable()
        t.text('hardware_key').notNullable().unique()
        t.text('name').notNullable()
        t.text('group_path').notNullable()
        t.boolean('online').notNullable()
        t.boolean('infected').notNullable()
        t.timestamp('last_seen_at', { useTz: true })
        t.timestamp('last_virus_at', { useTz: true })
        t.date('definitions_on')
        t.timestamp('read_at', { useTz: true }).notNullable()
        t.timestamp('gone_at', { useTz: true })
        t.index(['tenant_id', 'name'])
      },
      { ...WRITTEN_BY_CONSOLE, audit: false }
    )
  }

  #threats() {
    this.tenantTable(
      'ops_console_threat_cases',
      (t) => {
        t.text('hardware_key').notNullable()
        t.text('computer_name').notNullable()
        t.text('state')
          .notNullable()
          .checkIn(['open', 'investigating', 'contained', 'cleaned', 'false_positive', 'closed'])
        t.timestamp('opened_at', { useTz: true }).notNullable()
        t.timestamp('closed_at', { useTz: true })
      },
      WRITTEN_BY_CONSOLE
    )
    this.schema.raw(
      `create unique index ops_console_threat_cases_open on ${SCHEMA}.ops_console_threat_cases (hardware_key)
       where closed_at is null`
    )
    this.tenantTable(
      'ops_console_threat_steps',
      (t) => {
        t.uuid('case_id').notNullable()
        t.timestamp('at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.text('was').notNullable()
        t.text('became').notNullable()
        t.uuid('actor_id')
        t.text('actor_name')
        t.text('remarks')
        t.foreign(['tenant_id', 'case_id'])
          .references(['tenant_id', 'id'])
          .inTable(`${SCHEMA}.ops_console_threat_cases`)
          .onDelete('cascade')
      },
      WRITTEN_BY_CONSOLE
    )
  }

  #packages() {
    this.tenantTable(
      'ops_console_vpn_permissions',
      (t) => {
        t.uuid('account_id').notNullable()
        t.text('person_name').notNullable()
        t.text('state').notNullable().checkIn(['requested', 'granted', 'refused', 'revoked'])
        t.timestamp('requested_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.timestamp('decided_at', { useTz: true })
        t.text('decided_by_name')
        t.timestamp('revoked_at', { useTz: true })
        t.text('revoked_by_name')
      },
      WRITTEN_BY_CONSOLE
    )
    this.schema.raw(
      `create unique index ops_console_vpn_permissions_standing on ${SCHEMA}.ops_console_vpn_permissions
       (tenant_id, account_id) where state in ('requested', 'granted')`
    )
    this.tenantTable(
      'ops_console_packages',
      (t) => {
        t.text('name').notNullable()
        t.text('version').notNullable()
        t.bigInteger('size').notNullable()
        t.text('sha256').notNullable()
        t.timestamp('uploaded_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.text('uploaded_by_name')
        t.timestamp('withdrawn_at', { useTz: true })
        t.unique(['tenant_id', 'sha256'])
      },
      WRITTEN_BY_CONSOLE
    )
    this.tenantTable(
      'ops_console_package_downloads',
      (t) => {
        t.uuid('package_id').notNullable()
        t.timestamp('at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.uuid('account_id').notNullable()
        t.text('person_name').notNullable()
        t.index(['tenant_id', 'package_id'])
      },
      WRITTEN_BY_CONSOLE
    )
  }

  /** Written by a person, sent by the collector: only that knows how to log in to the server. */
  #commands() {
    this.tenantTable(
      'ops_console_commands',
      (t) => {
        t.uuid('request_key').notNullable()
        t.text('command')
          .notNullable()
          .checkIn(['active_scan', 'full_scan', 'update_content', 'quarantine', 'undo_quarantine'])
        t.text('state').notNullable().checkIn(['queued', 'sending', 'sent', 'done', 'failed'])
        t.text('sepm_id')
        t.text('failure')
        t.timestamp('requested_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.uuid('requested_by').notNullable()
        t.text('requested_by_name').notNullable()
        t.timestamp('deadline', { useTz: true }).notNullable()
        t.unique(['tenant_id', 'request_key'])
        t.index('state')
      },
      WRITTEN_BY_CONSOLE
    )
    this.tenantTable(
      'ops_console_command_results',
      (t) => {
        t.uuid('command_id').notNullable()
        t.text('unique_id').notNullable()
        t.text('computer_name').notNullable()
        t.text('state').notNullable().defaultTo('waiting')
        t.timestamp('changed_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.unique(['tenant_id', 'command_id', 'unique_id'])
        t.foreign(['tenant_id', 'command_id'])
          .references(['tenant_id', 'id'])
          .inTable(`${SCHEMA}.ops_console_commands`)
          .onDelete('cascade')
      },
      { ...WRITTEN_BY_CONSOLE, audit: false }
    )
  }

  #figures() {
    this.tenantTable(
      'ops_console_workstations',
      (t) => {
        t.integer('count').notNullable()
        t.timestamp('entered_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.text('entered_by_name')
        t.index(['tenant_id', 'entered_at'])
      },
      WRITTEN_BY_CONSOLE
    )
    this.tenantTable(
      'ops_console_licences',
      (t) => {
        t.integer('ordered')
        t.integer('unexpired')
        t.date('expires_on')
        t.timestamp('read_at', { useTz: true }).notNullable()
        t.unique(['tenant_id'])
      },
      { ...WRITTEN_BY_CONSOLE, audit: false }
    )
    this.tenantTable(
      'ops_console_endpoint_days',
      (t) => {
        t.date('day').notNullable()
        t.integer('computers').notNullable()
        t.integer('online').notNullable()
        t.integer('seen').notNullable()
        t.integer('infected').notNullable()
        t.integer('outdated')
        t.integer('workstations')
        t.primary(['tenant_id', 'day'])
      },
      { ...WRITTEN_BY_CONSOLE, audit: false, key: 'none' }
    )
  }
}
