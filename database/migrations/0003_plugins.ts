import { PluginMigration } from '../../app/database/migration.ts'

/** Which plugins a unit has switched on. Entitlement stands in tenancy_tenants.entitled, from the tenant file. */
export default class extends PluginMigration {
  plugin = 'core'

  async up() {
    this.tenantTable(
      'plugins_activations',
      (t) => {
        t.text('plugin_id').notNullable()
        t.text('state').notNullable().checkIn(['enabled', 'disabled'])
        t.uuid('changed_by')
        t.text('reason')
        t.timestamp('changed_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.primary(['tenant_id', 'plugin_id'])
      },
      { key: 'none', city: true, also: { unia_system: 'select, insert, update, delete' } }
    )
    this.schema.raw(`
      create function core.plugins_announce() returns trigger language plpgsql as $$
      begin perform pg_notify('plugins', ''); return null; end $$`)
    this.schema.raw(
      `create trigger announce after insert or update or delete on core.plugins_activations for each statement execute function core.plugins_announce()`
    )
  }
}
