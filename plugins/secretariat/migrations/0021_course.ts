import { PluginMigration } from '@unia/platform/migration'

/** How an enrolment ends, is annulled or passes to another unit of the city. */
export default class extends PluginMigration {
  plugin = 'secretariat'

  async up() {
    const enrolments = 'secretariat.secretariat_enrolments'
    this.schema.raw(`alter table ${enrolments} add column destination_rspo text, add column destination text,
      add column previous_id uuid, add column annulled_on date, add column annulled_reason text,
      add column slip_sent_on date, add column slip_returned_on date`)
    this.tenantTable(
      'secretariat_transfers',
      (t) => {
        t.text('direction').notNullable().checkIn(['in', 'out'])
        t.integer('other_tenant_id').notNullable()
        t.text('other_unit').notNullable()
        t.text('other_rspo')
        t.uuid('person_id').notNullable()
        t.uuid('pupil_id')
        t.uuid('section_id')
        t.text('status')
          .notNullable()
          .defaultTo('requested')
          .checkIn(['requested', 'confirmed', 'refused', 'completed'])
        t.date('requested_on').notNullable()
        t.date('last_day')
        t.text('reason')
        t.date('reminded_on')
        t.jsonb('bundle')
        t.timestamps(true, true)
        t.index(['tenant_id', 'status'])
      },
      { redact: ['bundle'] }
    )
    // One request at a time for a person, however often the button is pressed.
    this.schema.raw(`create unique index secretariat_transfers_open on secretariat.secretariat_transfers
      (tenant_id, direction, person_id) where status in ('requested', 'confirmed')`)
    // Runs as its owner; the application may ask it only in a unit's scope, and it names a tenant, never a person.
    this.schema.raw(`
      create function secretariat.enrolled_at(person uuid) returns integer
      language sql stable security definer set search_path = secretariat, core, pg_temp as $$
        select e.tenant_id
        from secretariat_pupils p
        join secretariat_enrolments e on e.tenant_id = p.tenant_id and e.pupil_id = p.id
        join tenancy_units u on u.tenant_id = e.tenant_id and u.id = e.unit_id
        where p.person_id = person and core.current_tenant() is not null and p.tenant_id <> core.current_tenant()
          and e.status in ('active', 'suspended')
          and u.kind not in ('dormitory', 'youth_culture_centre', 'special')
        order by e.valid_from limit 1 $$`)
    this.schema.raw(`revoke execute on function secretariat.enrolled_at(uuid) from public`)
    this.schema.raw(`grant execute on function secretariat.enrolled_at(uuid) to unia_app`)
  }
}
