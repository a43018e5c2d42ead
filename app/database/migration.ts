import type { Knex } from 'knex'
import { BaseSchema } from '@adonisjs/lucid/schema'

/** The core is one schema of several parts; their tables are named after the part. */
const CORE_PARTS = [
  'tenancy',
  'identity',
  'access',
  'plugins',
  'bus',
  'jobs',
  'parameters',
  'printouts',
  'imports',
]

export interface TenantTableOptions {
  /** Row changes are written to the audit trail. Default true. */
  audit?: boolean
  /** The city reader may select rows of every tenant. Default false. */
  city?: boolean
  /** Roles besides the application that work across tenants (relay, collector), with what they may do. */
  also?: Partial<Record<'unia_system' | 'unia_ops', 'select' | 'select, insert, update, delete'>>
  /** Columns that never reach the audit trail in clear. */
  redact?: string[]
  /** Key type; integers only where volume speaks for them. Default uuid. */
  key?: 'uuid' | 'bigint' | 'none'
  /** The application may only read. Default false. */
  readOnly?: boolean
}

/**
 * Base of every migration. Tables of a plugin live in the schema named after it (`-` becomes `_`) and carry its
 * name as a prefix, so that a bare table name is unique across the city.
 *
 * @example
 * export default class extends PluginMigration {
 *   plugin = 'library'
 *   async up() {
 *     this.tenantTable('library_books', (t) => { t.text('title').notNullable() })
 *   }
 * }
 */
export abstract class PluginMigration extends BaseSchema {
  abstract plugin: string

  protected get schemaName() {
    return this.plugin.replaceAll('-', '_')
  }

  /**
   * Creates a table of tenant data: `tenant_id` first in the key, row-level security with a policy for the
   * application role, grants, and the audit trigger. Nothing else may create a table with a `tenant_id`.
   */
  protected tenantTable(
    name: string,
    define: (table: Knex.CreateTableBuilder) => void,
    options: TenantTableOptions = {}
  ) {
    this.#requirePrefix(name)
    const { audit = true, city = false, also = {}, redact = [], key = 'uuid', readOnly = false } = options
    const table = `${this.schemaName}.${name}`
    this.schema.withSchema(this.schemaName).createTable(name, (t) => {
      t.integer('tenant_id').notNullable().defaultTo(this.raw('core.current_tenant()'))
      if (key === 'uuid') t.uuid('id').notNullable().defaultTo(this.raw('uuidv7()'))
      if (key === 'bigint') t.specificType('id', 'bigint generated always as identity').notNullable()
      define(t)
      if (key !== 'none') t.primary(['tenant_id', 'id'])
      t.foreign('tenant_id').references('id').inTable('core.tenancy_tenants')
    })
    this.schema.raw(`alter table ${table} enable row level security`)
    this.schema.raw(
      `create policy tenant on ${table} to unia_app using (tenant_id = (select core.current_tenant())) ` +
        `with check (tenant_id = (select core.current_tenant()))`
    )
    this.schema.raw(`grant ${readOnly ? 'select' : 'select, insert, update, delete'} on ${table} to unia_app`)
    if (city) {
      this.schema.raw(`create policy city on ${table} for select to unia_city using (true)`)
      this.schema.raw(`grant select on ${table} to unia_city`)
    }
    for (const [role, rights] of Object.entries(also)) {
      this.schema.raw(`create policy ${role} on ${table} to ${role} using (true) with check (true)`)
      this.schema.raw(`grant ${rights} on ${table} to ${role}`)
    }
    if (audit) {
      const args = redact.map((column) => `'${column}'`).join(', ')
      this.schema.raw(
        `create trigger audit after insert or update or delete on ${table} ` +
          `for each row execute function core.access_write_audit(${args})`
      )
    }
  }

  #requirePrefix(name: string) {
    const prefixes = this.plugin === 'core' ? CORE_PARTS : [this.schemaName]
    if (!prefixes.some((prefix) => name.startsWith(`${prefix}_`))) {
      throw new Error(`Table "${name}" must begin with ${prefixes.map((p) => `"${p}_"`).join(' or ')}`)
    }
  }
}
