import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
const RULES = 'ops_console.ops_console_rules'

/** Limits that people changed, for a kind, a model or one device. Those of a kind or model belong to the city's unit. */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.tenantTable(
      'ops_console_rules',
      (t) => {
        t.text('code').notNullable()
        t.text('kind')
        t.text('model')
        t.uuid('device_id')
        t.boolean('enabled').notNullable()
        t.text('severity').notNullable().checkIn(['warning', 'critical'])
        t.double('raise').notNullable()
        t.double('clear').notNullable()
        t.integer('hits').notNullable()
        t.integer('among').notNullable()
        t.integer('clear_after').notNullable()
        t.timestamps(true, true)
        t.foreign(['tenant_id', 'device_id'])
          .references(['tenant_id', 'id'])
          .inTable('ops_console.ops_console_devices')
          .onUpdate('cascade')
          .onDelete('cascade')
      },
      { also: OPS, city: true, readOnly: true }
    )
    this.schema.raw(`alter table ${RULES} add check (num_nonnulls(kind, model, device_id) = 1)`)
    this.schema.raw(
      `alter table ${RULES} add check (hits between 1 and among and among <= 20 and clear_after >= 1)`
    )
    this.schema.raw(
      `create unique index ops_console_rules_scope on ${RULES} (tenant_id, code, kind, model, device_id) nulls not distinct`
    )
  }
}
