import { PluginMigration } from '@unia/platform/migration'

/** Authorisations to process personal data (GDPR art. 29 and 32(4)): one for each role somebody works in. */
export default class extends PluginMigration {
  plugin = 'users'

  async up() {
    this.tenantTable('users_authorisations', (t) => {
      t.integer('year').notNullable()
      t.integer('number').notNullable()
      t.uuid('person_id').notNullable()
      t.text('role').notNullable()
      t.date('valid_from').notNullable()
      t.date('valid_to')
      t.uuid('granted_by')
      t.timestamps(true, true)
      t.unique(['tenant_id', 'year', 'number'])
      t.index(['tenant_id', 'person_id'])
    })
  }
}
