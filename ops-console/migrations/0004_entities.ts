import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
const DEVICES = 'ops_console.ops_console_devices'

/**
 * Everything watched is an entity in `ops_console_devices`: firewalls, link terminals, the city's core and endpoint
 * server, and the endpoint protection of a unit. An entity hangs on others, possibly of another tenant.
 */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.schema.raw(`alter table ${DEVICES} drop constraint if exists ops_console_devices_kind_check`)
    this.schema.raw(
      `alter table ${DEVICES} add constraint ops_console_devices_kind_check
       check (kind in ('edge', 'cpe', 'switch', 'core', 'sepm', 'endpoints', 'other'))`
    )
    this.schema.raw(`alter table ${DEVICES} drop constraint if exists ops_console_devices_snmp_version_check`)
    this.schema.raw(
      `alter table ${DEVICES} add constraint ops_console_devices_snmp_version_check
       check (snmp_version in ('2c', '3', 'none'))`
    )
    // name: what people call it; snmp: {user, auth, priv, level} of v3 without secrets; api: {kind, host, port, tls, fingerprint}
    this.schema.raw(
      `alter table ${DEVICES} add column name text, add column snmp jsonb, add column api jsonb`
    )
    // The parent may be the city's, hence no foreign key: keys between tenants are not allowed. The sync keeps it true.
    this.tenantTable(
      'ops_console_parents',
      (t) => {
        t.uuid('device_id').notNullable()
        t.integer('parent_tenant_id').notNullable()
        t.uuid('parent_id').notNullable()
        t.primary(['tenant_id', 'device_id', 'parent_tenant_id', 'parent_id'])
        t.foreign(['tenant_id', 'device_id'])
          .references(['tenant_id', 'id'])
          .inTable(DEVICES)
          .onDelete('cascade')
      },
      { also: OPS, city: true, readOnly: true, key: 'none' }
    )
    this.schema.raw(
      `insert into ops_console.ops_console_parents (tenant_id, device_id, parent_tenant_id, parent_id)
       select tenant_id, id, tenant_id, parent_device_id from ${DEVICES} where parent_device_id is not null`
    )
    this.schema.raw(`alter table ${DEVICES} drop column parent_device_id`)
  }
}
