import { PluginMigration } from '@unia/platform/migration'

/** Pupils, their guardians, enrolments and classes; all membership is dated. */
export default class extends PluginMigration {
  plugin = 'secretariat'

  async up() {
    this.#pupils()
    this.#sections()
    this.#guardians()
  }

  #pupils() {
    this.tenantTable('secretariat_pupils', (t) => {
      t.uuid('person_id').notNullable()
      t.text('surname').notNullable()
      t.text('given_names').notNullable()
      t.text('second_name')
      t.date('birth_date').notNullable()
      t.text('birth_place')
      t.text('sex').notNullable().checkIn(['f', 'm'])
      t.specificType('citizenships', 'text[]').notNullable().defaultTo('{PL}')
      t.boolean('has_pesel').notNullable().defaultTo(false)
      t.text('pesel_warning_reason')
      t.text('document_kind')
      t.text('document_number')
      t.text('street')
      t.text('postal_code')
      t.text('city')
      t.boolean('address_hidden').notNullable().defaultTo(false)
      t.text('phone')
      t.text('email')
      t.integer('version').notNullable().defaultTo(1)
      t.timestamps(true, true)
      t.unique(['tenant_id', 'person_id'])
    })
    this.schema.raw(
      `alter table secretariat.secretariat_pupils add column search text
       generated always as (core.fold(surname || ' ' || given_names || ' ' || coalesce(second_name, ''))) stored`
    )
    this.schema.raw(
      `create index secretariat_pupils_order on secretariat.secretariat_pupils (tenant_id, surname, given_names, id)`
    )
    this.schema.raw(
      `create index secretariat_pupils_search on secretariat.secretariat_pupils using gin (search gin_trgm_ops)`
    )
    this.tenantTable('secretariat_enrolments', (t) => {
      t.uuid('pupil_id').notNullable()
      t.uuid('unit_id').notNullable()
      t.text('status').notNullable().defaultTo('active').checkIn(['admitted', 'active', 'suspended', 'ended'])
      t.date('valid_from').notNullable()
      t.date('valid_to')
      t.integer('book_number').notNullable()
      t.text('exit_reason')
      t.timestamps(true, true)
      t.foreign(['tenant_id', 'pupil_id'])
        .references(['tenant_id', 'id'])
        .inTable('secretariat.secretariat_pupils')
      t.foreign(['tenant_id', 'unit_id']).references(['tenant_id', 'id']).inTable('core.tenancy_units')
      t.unique(['tenant_id', 'unit_id', 'book_number'])
      t.index(['tenant_id', 'pupil_id'])
    })
  }

  #sections() {
    this.tenantTable(
      'secretariat_sections',
      (t) => {
        t.uuid('unit_id').notNullable()
        t.integer('school_year').notNullable()
        t.integer('grade_level').notNullable()
        t.text('symbol').notNullable()
        t.text('name').notNullable()
        t.text('kind').notNullable().defaultTo('general')
        t.uuid('tutor_id')
        t.timestamps(true, true)
        t.foreign(['tenant_id', 'unit_id']).references(['tenant_id', 'id']).inTable('core.tenancy_units')
        t.unique(['tenant_id', 'unit_id', 'school_year', 'grade_level', 'symbol'])
      },
      { city: true }
    )
    this.tenantTable('secretariat_section_memberships', (t) => {
      t.uuid('pupil_id').notNullable()
      t.uuid('section_id').notNullable()
      t.date('valid_from').notNullable()
      t.date('valid_to')
      t.integer('roll_number')
      t.timestamps(true, true)
      t.foreign(['tenant_id', 'pupil_id'])
        .references(['tenant_id', 'id'])
        .inTable('secretariat.secretariat_pupils')
      t.foreign(['tenant_id', 'section_id'])
        .references(['tenant_id', 'id'])
        .inTable('secretariat.secretariat_sections')
      t.index(['tenant_id', 'section_id'])
      t.index(['tenant_id', 'pupil_id'])
    })
  }

  #guardians() {
    this.tenantTable('secretariat_guardians', (t) => {
      t.uuid('person_id').notNullable()
      t.text('surname').notNullable()
      t.text('given_names').notNullable()
      t.text('phone')
      t.text('email')
      t.timestamps(true, true)
      t.unique(['tenant_id', 'person_id'])
    })
    this.tenantTable('secretariat_guardian_links', (t) => {
      t.uuid('guardian_id').notNullable()
      t.uuid('pupil_id').notNullable()
      t.text('kinship').notNullable()
      t.boolean('may_read_register').notNullable().defaultTo(true)
      t.boolean('may_excuse').notNullable().defaultTo(true)
      t.boolean('may_collect').notNullable().defaultTo(true)
      t.boolean('legal_representative').notNullable().defaultTo(true)
      t.integer('contact_order').notNullable().defaultTo(1)
      t.timestamps(true, true)
      t.foreign(['tenant_id', 'guardian_id'])
        .references(['tenant_id', 'id'])
        .inTable('secretariat.secretariat_guardians')
      t.foreign(['tenant_id', 'pupil_id'])
        .references(['tenant_id', 'id'])
        .inTable('secretariat.secretariat_pupils')
      t.unique(['tenant_id', 'guardian_id', 'pupil_id'])
      t.index(['tenant_id', 'pupil_id'])
    })
  }
}
