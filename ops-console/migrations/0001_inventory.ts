import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const

/** What the city has standing in its schools: devices, links, credentials, and which unit had a device when. */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.schema.raw(`create schema if not exists ops_console`)
    this.schema.raw(`grant usage on schema ops_console to unia_app, unia_city, unia_system, unia_ops`)
    this.#devices()
    this.#links()
    this.#assignments()
    this.#credentials()
  }

  #devices() {
    this.tenantTable(
      'ops_console_devices',
      (t) => {
        t.text('key').notNullable()
        t.text('kind').notNullable().checkIn(['edge', 'cpe', 'switch', 'other'])
        t.text('model')
        t.text('serial')
        t.text('host')
        t.integer('port').notNullable().defaultTo(161)
        t.text('snmp_version').notNullable().defaultTo('2c').checkIn(['2c', '3'])
        t.text('wan_interface').notNullable().defaultTo('ethernet1/1')
        t.text('rollout')
          .notNullable()
          .checkIn(['delivered', 'installed', 'pilot', 'live', 'spare', 'rma', 'retired'])
        t.boolean('simulated').notNullable().defaultTo(false)
        t.boolean('verified').notNullable().defaultTo(false)
        t.boolean('maintenance').notNullable().defaultTo(false)
        t.uuid('parent_device_id')
        t.timestamps(true, true)
        t.unique(['tenant_id', 'key'])
      },
      { also: OPS, city: true, readOnly: true }
    )
  }

  #links() {
    this.tenantTable(
      'ops_console_links',
      (t) => {
        t.text('supplier').notNullable()
        t.text('state')
          .notNullable()
          .checkIn([
            'planned',
            'route_agreed',
            'cabinet_installed',
            'documented',
            'protocol_signed',
            'testing',
            'tests_passed',
            'active',
            'rework',
            'suspended',
            'decommissioned',
          ])
        t.integer('capacity_mbps')
        t.specificType('baseline_rx_dbm', 'real')
        t.timestamps(true, true)
        t.unique(['tenant_id', 'supplier'])
      },
      { also: OPS, city: true, readOnly: true }
    )
  }

  #assignments() {
    this.tenantTable(
      'ops_console_assignments',
      (t) => {
        t.uuid('device_id').notNullable()
        t.timestamp('valid_from', { useTz: true }).notNullable()
        t.timestamp('valid_to', { useTz: true })
        t.index(['tenant_id', 'device_id'])
      },
      { also: OPS, city: true, readOnly: true }
    )
  }

  /** No grant to the application or the city reader: credentials are written and read by the console alone. */
  #credentials() {
    this.tenantTable(
      'ops_console_credentials',
      (t) => {
        t.uuid('device_id').notNullable()
        t.text('field').notNullable()
        t.integer('key_version').notNullable()
        t.binary('sealed').notNullable()
        t.timestamps(true, true)
        t.unique(['tenant_id', 'device_id', 'field'])
        t.foreign(['tenant_id', 'device_id'])
          .references(['tenant_id', 'id'])
          .inTable('ops_console.ops_console_devices')
          .onUpdate('cascade')
          .onDelete('cascade')
      },
      { also: OPS, readOnly: true, redact: ['sealed'] }
    )
    this.schema.raw(`revoke all on ops_console.ops_console_credentials from unia_app`)
  }
}
