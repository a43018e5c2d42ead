import { PluginMigration } from '@unia/platform/migration'

/** Who works here, until the staff register (hr) says so by events; drives roles and nothing else. */
export default class extends PluginMigration {
  plugin = 'users'

  async up() {
    this.tenantTable('users_employments', (t) => {
      t.uuid('person_id').notNullable()
      t.text('position').notNullable()
      t.date('valid_from').notNullable()
      t.date('valid_to')
      t.text('source').notNullable().defaultTo('list').checkIn(['list', 'hr'])
      t.timestamps(true, true)
      t.check('valid_to is null or valid_to >= valid_from')
      t.index(['tenant_id', 'person_id'])
    })
  }
}
