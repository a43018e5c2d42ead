import { PluginMigration } from '@unia/platform/migration'

/** The school's calendar: years, classification periods, days without classes, bells. */
export default class extends PluginMigration {
  plugin = 'secretariat'

  async up() {
    this.tenantTable('secretariat_school_years', (t) => {
      t.uuid('unit_id').notNullable()
      t.integer('start_year').notNullable()
      t.date('classes_start').notNullable()
      t.date('classes_end').notNullable()
      t.text('state').notNullable().defaultTo('open').checkIn(['planned', 'open', 'closed'])
      t.timestamps(true, true)
      t.foreign(['tenant_id', 'unit_id']).references(['tenant_id', 'id']).inTable('core.tenancy_units')
      t.unique(['tenant_id', 'unit_id', 'start_year'])
      t.check('classes_start < classes_end', [], 'secretariat_school_years_order')
    })
    this.#parts()
    this.#bells()
  }

  #parts() {
    this.tenantTable('secretariat_periods', (t) => {
      this.#ofYear(t)
      t.integer('position').notNullable()
      t.text('name').notNullable()
      t.date('starts_on').notNullable()
      t.date('ends_on').notNullable()
      t.unique(['tenant_id', 'school_year_id', 'position'])
      t.check('starts_on <= ends_on', [], 'secretariat_periods_order')
    })
    this.tenantTable('secretariat_free_days', (t) => {
      this.#ofYear(t)
      t.text('kind').notNullable().checkIn(['director', 'other', 'working'])
      t.date('starts_on').notNullable()
      t.date('ends_on').notNullable()
      t.text('reason').notNullable()
      t.index(['tenant_id', 'school_year_id'])
      t.check('starts_on <= ends_on', [], 'secretariat_free_days_order')
    })
  }

  #bells() {
    this.tenantTable('secretariat_bell_schedules', (t) => {
      this.#ofYear(t)
      t.text('name').notNullable()
      t.text('building')
      t.specificType('weekdays', 'integer[]').notNullable().defaultTo('{1,2,3,4,5}')
      t.unique(['tenant_id', 'school_year_id', 'name'])
    })
    this.tenantTable('secretariat_lesson_slots', (t) => {
      t.uuid('schedule_id').notNullable()
      t.integer('number').notNullable()
      t.time('starts_at').notNullable()
      t.time('ends_at').notNullable()
      t.foreign(['tenant_id', 'schedule_id'])
        .references(['tenant_id', 'id'])
        .inTable('secretariat.secretariat_bell_schedules')
        .onDelete('cascade')
      t.unique(['tenant_id', 'schedule_id', 'number'])
      t.check('starts_at < ends_at', [], 'secretariat_lesson_slots_order')
    })
  }

  #ofYear(t: Parameters<Parameters<PluginMigration['tenantTable']>[1]>[0]) {
    t.uuid('school_year_id').notNullable()
    t.foreign(['tenant_id', 'school_year_id'])
      .references(['tenant_id', 'id'])
      .inTable('secretariat.secretariat_school_years')
  }
}
