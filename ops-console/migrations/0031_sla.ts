import { PluginMigration } from '../../app/database/migration.ts'

const WRITTEN_BY_CONSOLE = {
  also: { unia_ops: 'select, insert, update, delete' },
  city: true,
  readOnly: true,
} as const

/** The availability account of the fibre contract: time agreed to be left out, and reports once settled. */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.tenantTable(
      'ops_console_sla_exclusions',
      (t) => {
        t.uuid('device_id').notNullable()
        t.text('cause').notNullable().checkIn(['city', 'power', 'suspension'])
        t.timestamp('starts_at', { useTz: true }).notNullable()
        t.timestamp('ends_at', { useTz: true }).notNullable()
        t.text('evidence').notNullable()
        t.uuid('author_id').notNullable()
        t.text('author_name').notNullable()
        t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(this.now())
        t.index(['tenant_id', 'device_id', 'starts_at'])
      },
      WRITTEN_BY_CONSOLE
    )
    this.schema.raw(
      `alter table ops_console.ops_console_sla_exclusions add constraint ops_console_sla_exclusions_order_check
       check (ends_at > starts_at)`
    )
    this.tenantTable(
      'ops_console_sla_reports',
      (t) => {
        t.uuid('device_id').notNullable()
        t.text('month').notNullable()
        t.integer('version').notNullable()
        t.text('rule_version').notNullable()
        t.text('inputs_hash').notNullable()
        t.jsonb('inputs').notNullable()
        t.jsonb('result').notNullable()
        t.timestamp('generated_at', { useTz: true }).notNullable().defaultTo(this.now())
        t.uuid('generated_by').notNullable()
        t.text('generated_name').notNullable()
        t.unique(['tenant_id', 'device_id', 'month', 'version'])
      },
      WRITTEN_BY_CONSOLE
    )
    // A settled report is never changed; a correction is the next version.
    this.schema.raw(`revoke update, delete on ops_console.ops_console_sla_reports from unia_ops`)
  }
}
