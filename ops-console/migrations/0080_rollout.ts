import { PluginMigration } from '../../app/database/migration.ts'

const OPS = { unia_ops: 'select, insert, update, delete' } as const
const WRITTEN_BY_CONSOLE = { also: OPS, city: true, readOnly: true } as const
const LINKS = 'ops_console.ops_console_links'

/** How links and devices come into service: steps, documents, acceptance, defects, tests (specification, section 1). */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.schema.raw(
      `alter table ${LINKS} add column planned_on date, add column activated_at timestamptz,
         add column resumes text, add column stage_since timestamptz not null default now()`
    )
    this.#steps()
    this.#documents()
    this.#protocols()
    this.#defects()
    this.#tests()
  }

  #ofLink(name: string, define: Parameters<PluginMigration['tenantTable']>[1], options: object = {}) {
    this.tenantTable(
      name,
      (t) => {
        t.uuid('link_id').notNullable()
        define(t)
        t.foreign(['tenant_id', 'link_id']).references(['tenant_id', 'id']).inTable(LINKS).onDelete('cascade')
        t.index(['tenant_id', 'link_id'])
      },
      { ...WRITTEN_BY_CONSOLE, ...options }
    )
  }

  /** Append-only: what the link or the device was, became, who said so and on what evidence. */
  #steps() {
    this.#ofLink('ops_console_link_steps', (t) => {
      t.timestamp('at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
      t.text('was').notNullable()
      t.text('became').notNullable()
      t.uuid('actor_id')
      t.text('actor_name')
      t.text('remarks')
      t.jsonb('details').notNullable().defaultTo('{}')
    })
    this.tenantTable(
      'ops_console_device_steps',
      (t) => {
        t.uuid('device_id').notNullable()
        t.timestamp('at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.text('was').notNullable()
        t.text('became').notNullable()
        t.uuid('actor_id')
        t.text('actor_name')
        t.text('remarks')
        t.index(['tenant_id', 'device_id'])
      },
      WRITTEN_BY_CONSOLE
    )
  }

  #documents() {
    this.#ofLink(
      'ops_console_documents',
      (t) => {
        t.text('kind').notNullable().checkIn(['photo', 'as_built', 'signed_protocol', 'other'])
        t.text('name').notNullable()
        t.text('media_type').notNullable()
        t.integer('size').notNullable()
        t.text('sha256').notNullable()
        t.binary('bytes').notNullable()
        t.text('caption')
        t.uuid('uploaded_by')
        t.text('uploaded_by_name')
        t.timestamp('uploaded_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
        t.unique(['tenant_id', 'link_id', 'sha256'])
      },
      { redact: ['bytes'] }
    )
  }

  #protocols() {
    this.#ofLink('ops_console_protocols', (t) => {
      t.integer('version').notNullable()
      t.text('result').notNullable().checkIn(['accepted', 'accepted_with_defects', 'rejected'])
      t.date('signed_on').notNullable()
      t.text('for_unit').notNullable()
      t.text('for_supplier').notNullable()
      t.text('for_city').notNullable()
      t.jsonb('checklist').notNullable().defaultTo('[]')
      t.text('remarks')
      t.uuid('written_by')
      t.timestamp('written_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
      t.unique(['tenant_id', 'link_id', 'version'])
    })
  }

  #defects() {
    this.#ofLink('ops_console_defects', (t) => {
      t.text('description').notNullable()
      t.boolean('blocking').notNullable()
      t.date('due_on')
      t.text('reported_by_name')
      t.timestamp('opened_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
      t.timestamp('resolved_at', { useTz: true })
      t.text('resolution')
      t.integer('reopened').notNullable().defaultTo(0)
    })
  }

  #tests() {
    this.#ofLink('ops_console_test_runs', (t) => {
      t.text('state').notNullable().checkIn(['running', 'passed', 'failed', 'aborted'])
      t.timestamp('started_at', { useTz: true }).notNullable().defaultTo(this.raw('now()'))
      t.timestamp('ends_at', { useTz: true }).notNullable()
      t.timestamp('finished_at', { useTz: true })
      t.text('tester_name').notNullable()
      t.uuid('tester_id')
      t.text('remarks')
    })
    this.schema.raw(
      `create unique index ops_console_test_runs_running on ops_console.ops_console_test_runs (tenant_id, link_id)
       where state = 'running'`
    )
    this.tenantTable(
      'ops_console_test_measures',
      (t) => {
        t.uuid('run_id').notNullable()
        t.text('code').notNullable()
        t.text('compare').notNullable().checkIn(['>=', '<=', '=', 'between'])
        t.double('limit_value')
        t.double('limit_upper')
        t.double('measured')
        t.text('unit').notNullable()
        t.text('instrument').notNullable()
        t.text('tester_name').notNullable()
        t.timestamp('at', { useTz: true }).notNullable()
        t.boolean('passed')
        t.boolean('required').notNullable().defaultTo(true)
        t.text('remarks')
        t.unique(['tenant_id', 'run_id', 'code'])
        t.foreign(['tenant_id', 'run_id'])
          .references(['tenant_id', 'id'])
          .inTable('ops_console.ops_console_test_runs')
          .onDelete('cascade')
      },
      WRITTEN_BY_CONSOLE
    )
  }
}
