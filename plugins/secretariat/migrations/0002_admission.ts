import { PluginMigration } from '@unia/platform/migration'

/** What admitting a pupil needs beyond the records: the basis of an over-full section, and one question to the city. */
export default class extends PluginMigration {
  plugin = 'secretariat'

  async up() {
    this.schema.raw(
      `alter table secretariat.secretariat_section_memberships add column over_limit_basis text`
    )
    // Runs as its owner and answers with a day only: no names, no unit (one main enrolment in the city, rule 6).
    this.schema.raw(`
      create function secretariat.enrolled_elsewhere_since(person uuid) returns date
      language sql stable security definer set search_path = secretariat, core, pg_temp as $$
        select min(e.valid_from)
        from secretariat_pupils p
        join secretariat_enrolments e on e.tenant_id = p.tenant_id and e.pupil_id = p.id
        join tenancy_units u on u.tenant_id = e.tenant_id and u.id = e.unit_id
        where p.person_id = person and p.tenant_id <> core.current_tenant() and e.status in ('active', 'suspended')
          and u.kind not in ('dormitory', 'youth_culture_centre', 'special') $$`)
    this.schema.raw(`revoke execute on function secretariat.enrolled_elsewhere_since(uuid) from public`)
    this.schema.raw(`grant execute on function secretariat.enrolled_elsewhere_since(uuid) to unia_app`)
  }
}
