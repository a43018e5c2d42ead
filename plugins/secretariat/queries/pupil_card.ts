import db from '@adonisjs/lucid/services/db'
import { warsawDay } from '@unia/platform/values'

export interface CardGuardian {
  id: string
  surname: string
  given_names: string
  kinship: string
  phone: string | null
  email: string | null
  may_read_register: boolean
  may_excuse: boolean
  may_collect: boolean
  legal_representative: boolean
  may_see_address: boolean
  rights_from: string | null
  rights_to: string | null
  guardian_id: string
  person_id: string
  contact_order: number
  has_pesel: boolean
  court_notes: number
}

export interface CardEnrolment {
  id: string
  unit: string
  status: string
  valid_from: string
  valid_to: string | null
  book_number: number
  exit_reason: string | null
}

export interface CardPlacement {
  id: string
  section_id: string
  unit_id: string
  section: string
  school_year: number
  valid_from: string
  valid_to: string | null
  roll_number: number | null
}

export interface PupilCardRow {
  id: string
  person_id: string
  surname: string
  given_names: string
  second_name: string | null
  birth_date: string
  birth_place: string | null
  sex: 'f' | 'm'
  has_pesel: boolean
  pesel_warning_reason: string | null
  street: string | null
  postal_code: string | null
  city: string | null
  phone: string | null
  email: string | null
  version: number
  guardians: CardGuardian[]
  enrolments: CardEnrolment[]
  placements: CardPlacement[]
}

/** A pupil with everything the card shows, in one statement; null when there is no such pupil in this unit. */
export async function pupilCard(id: string, day = warsawDay()): Promise<PupilCardRow | null> {
  const { rows } = await db.rawQuery<{ rows: PupilCardRow[] }>(
    `select p.*,
       coalesce((select json_agg(json_build_object('id', l.id, 'surname', g.surname, 'given_names', g.given_names,
           'kinship', l.kinship, 'phone', g.phone, 'email', g.email, 'may_read_register', l.may_read_register,
           'may_excuse', l.may_excuse, 'may_collect', l.may_collect, 'legal_representative', l.legal_representative,
           'may_see_address', l.may_see_address, 'rights_from', l.rights_from, 'rights_to', l.rights_to,
           'guardian_id', g.id, 'person_id', g.person_id, 'contact_order', l.contact_order, 'has_pesel', g.has_pesel,
           'court_notes', (select count(*) from secretariat_court_notes c
             where c.tenant_id = l.tenant_id and c.link_id = l.id and coalesce(c.valid_to, 'infinity') >= ?::date))
           order by l.contact_order, g.surname)
         from guardian_links_on(?::date) l
         join secretariat_guardians g on g.tenant_id = l.tenant_id and g.id = l.guardian_id
         where l.tenant_id = p.tenant_id and l.pupil_id = p.id), '[]') as guardians,
       coalesce((select json_agg(json_build_object('id', e.id, 'unit', u.short_name, 'status', e.status,
           'valid_from', e.valid_from, 'valid_to', e.valid_to, 'book_number', e.book_number, 'exit_reason', e.exit_reason)
           order by e.valid_from desc)
         from secretariat_enrolments e join tenancy_units u on u.tenant_id = e.tenant_id and u.id = e.unit_id
         where e.tenant_id = p.tenant_id and e.pupil_id = p.id), '[]') as enrolments,
       coalesce((select json_agg(json_build_object('id', m.id, 'section_id', s.id, 'unit_id', s.unit_id, 'section', s.name,
           'school_year', s.school_year, 'valid_from', m.valid_from, 'valid_to', m.valid_to, 'roll_number', m.roll_number)
           order by m.valid_from desc, s.name)
         from secretariat_section_memberships m
         join secretariat_sections s on s.tenant_id = m.tenant_id and s.id = m.section_id
         where m.tenant_id = p.tenant_id and m.pupil_id = p.id), '[]') as placements
     from secretariat_pupils p where p.id = ?`,
    [day, day, id]
  )
  return rows[0] ?? null
}

/** The placements that hold on a day. */
export const placedOn = (placements: CardPlacement[], day: string): CardPlacement[] =>
  placements.filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || valid_to >= day))
