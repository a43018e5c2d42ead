import { PluginMigration } from '@unia/platform/migration'

/** What was rewritten when two people turned out to be one, so that it can be given back. */
export default class extends PluginMigration {
  plugin = 'secretariat'

  async up() {
    this.tenantTable('secretariat_rekeys', (t) => {
      t.uuid('kept_id').notNullable()
      t.uuid('merged_id').notNullable()
      t.text('object').notNullable().checkIn(['pupil', 'guardian', 'guardian_link', 'tutor'])
      t.uuid('object_id').notNullable()
      t.uuid('was')
      t.timestamps(true, true)
      t.unique(['tenant_id', 'merged_id', 'object', 'object_id'])
    })
  }
}
