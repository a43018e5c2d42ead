import { PluginMigration } from '@unia/platform/migration'

/** Links and rights of guardians hold from day to day; what a court said stands apart and is read by few. */
export default class extends PluginMigration {
  plugin = 'secretariat'

  async up() {
    this.#links()
    this.#rights()
    this.#courtNotes()
    this.#questions()
  }

  #links() {
    this.schema.raw(`alter table secretariat.secretariat_guardian_links
      add column valid_from date, add column valid_to date,
      add column may_see_address boolean not null default true`)
    this.schema.raw(
      `create index secretariat_guardians_phone on secretariat.secretariat_guardians (phone) where phone is not null`
    )
    this.schema
      .raw(`create index secretariat_guardians_email on secretariat.secretariat_guardians (lower(email))
      where email is not null`)
    this.schema.raw(`alter table secretariat.secretariat_guardians
      add column has_pesel boolean not null default false, add column version integer not null default 1`)
  }

  #rights() {
    this.tenantTable('secretariat_guardian_rights', (t) => {
      t.uuid('link_id').notNullable()
      t.date('valid_from').notNullable()
      t.date('valid_to')
      for (const right of ['may_read_register', 'may_excuse', 'may_collect', 'legal_representative'])
        t.boolean(right).notNullable()
      t.boolean('may_see_address').notNullable()
      t.timestamps(true, true)
      t.foreign(['tenant_id', 'link_id'])
        .references(['tenant_id', 'id'])
        .inTable('secretariat.secretariat_guardian_links')
        .onDelete('cascade')
      t.unique(['tenant_id', 'link_id', 'valid_from'])
      t.check('valid_to is null or valid_to >= valid_from')
    })
  }

  #courtNotes() {
    this.tenantTable(
      'secretariat_court_notes',
      (t) => {
        t.uuid('link_id').notNullable()
        t.text('note').notNullable()
        t.text('reference')
        t.date('valid_from').notNullable()
        t.date('valid_to')
        t.timestamps(true, true)
        t.foreign(['tenant_id', 'link_id'])
          .references(['tenant_id', 'id'])
          .inTable('secretariat.secretariat_guardian_links')
          .onDelete('cascade')
        t.index(['tenant_id', 'link_id'])
      },
      { redact: ['note', 'reference'] }
    )
  }

  #questions() {
    // Plain SQL with the caller's own rights, so that the planner takes it apart and row-level security holds.
    this.schema.raw(`
      create function secretariat.guardian_links_on(day date) returns table (tenant_id integer, id uuid, guardian_id uuid,
        pupil_id uuid, kinship text, contact_order integer, may_read_register boolean, may_excuse boolean,
        may_collect boolean, legal_representative boolean, may_see_address boolean, rights_from date, rights_to date)
      language sql stable as $$
        select l.tenant_id, l.id, l.guardian_id, l.pupil_id, l.kinship, l.contact_order,
          coalesce(r.may_read_register, l.may_read_register), coalesce(r.may_excuse, l.may_excuse),
          coalesce(r.may_collect, l.may_collect), coalesce(r.legal_representative, l.legal_representative),
          coalesce(r.may_see_address, l.may_see_address), r.valid_from, r.valid_to
        from secretariat.secretariat_guardian_links l
        left join lateral (
          select x.* from secretariat.secretariat_guardian_rights x
          where x.tenant_id = l.tenant_id and x.link_id = l.id
            and day between x.valid_from and coalesce(x.valid_to, 'infinity')
          order by x.valid_from desc limit 1) r on true
        where day between coalesce(l.valid_from, '-infinity') and coalesce(l.valid_to, 'infinity') $$`)
    // Runs as its owner. Who asks has typed names and contact already and learns only that the city knows such a person.
    this.schema.raw(`
      create function secretariat.guardian_elsewhere(their_surname text, their_names text, their_phone text, their_email text)
      returns uuid language sql stable security definer set search_path = secretariat, core, pg_temp as $$
        select case when count(distinct g.person_id) = 1 then (array_agg(g.person_id))[1] end
        from secretariat_guardians g
        where g.tenant_id <> core.current_tenant()
          and (g.phone = their_phone or lower(g.email) = lower(their_email))
          and core.fold(g.surname) = core.fold(their_surname)
          and core.fold(g.given_names) = core.fold(their_names) $$`)
    for (const name of ['guardian_links_on(date)', 'guardian_elsewhere(text, text, text, text)']) {
      this.schema.raw(`revoke execute on function secretariat.${name} from public`)
      this.schema.raw(`grant execute on function secretariat.${name} to unia_app`)
    }
  }
}
