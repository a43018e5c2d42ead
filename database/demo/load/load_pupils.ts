import type { Client } from 'pg'
import type { DemoAddress, DemoPupil, SectionPlan, UnitRoster } from '../index.ts'
import { copyRows } from './copy.ts'
import { uuidv7 } from './ids.ts'
import type { Place } from './load_city.ts'
import type { People } from './load_people.ts'

type Ids = Map<string, string>

const SEX = { F: 'f', M: 'm' } as const
/** What the register calls the kinds that the demo distinguishes. */
const SECTION_KIND: Partial<Record<SectionPlan['kind'], string>> = {
  preschool_group: 'preschool',
  special: 'special',
}

/** Pupils with guardians, enrolments and classes of one tenant; `pupils` are its own and its guests. */
export async function loadPupils(
  client: Client,
  place: Place,
  roster: UnitRoster,
  pupils: DemoPupil[],
  people: People
) {
  const ids: Ids = new Map(pupils.map((pupil) => [pupil.key, uuidv7()]))
  const from = `${roster.plan.schoolYear}-09-01`
  await copyPupils(client, place, pupils, ids, people)
  const sections = await copySections(client, place, roster)
  await copyMemberships(client, place, roster, ids, sections, from)
  await copyGuardians(client, place, roster, ids, people)
}

async function copyPupils(
  client: Client,
  { id: tenant }: Place,
  pupils: DemoPupil[],
  ids: Ids,
  people: People
) {
  const columns = [
    'tenant_id',
    'id',
    'person_id',
    'surname',
    'given_names',
    'second_name',
    'birth_date',
    'birth_place',
  ]
  const more = ['sex', 'citizenships', 'has_pesel', 'street', 'postal_code', 'city', 'phone', 'email']
  await copyRows(
    client,
    'secretariat.secretariat_pupils',
    [...columns, ...more],
    pupils.map((pupil) => [
      ...[tenant, ids.get(pupil.key)!, people.idOf(pupil), pupil.surname, pupil.givenName, pupil.secondName],
      ...[pupil.birthDate, pupil.birthPlace, SEX[pupil.sex], [pupil.citizenship], true],
      ...[street(pupil.address), pupil.address.postalCode, pupil.address.city, pupil.phone, pupil.email],
    ])
  )
}

async function copySections(client: Client, place: Place, { plan }: UnitRoster): Promise<Ids> {
  const ids: Ids = new Map(plan.sections.map(({ key }) => [key, uuidv7()]))
  const columns = ['tenant_id', 'id', 'unit_id', 'school_year', 'grade_level', 'symbol', 'name', 'kind']
  await copyRows(
    client,
    'secretariat.secretariat_sections',
    columns,
    plan.sections.map((section) => [
      ...[
        place.id,
        ids.get(section.key)!,
        place.units.get(section.unit)!,
        plan.schoolYear,
        section.gradeLevel,
      ],
      ...[section.symbol, section.name, SECTION_KIND[section.kind] ?? 'general'],
    ])
  )
  return ids
}

async function copyMemberships(
  client: Client,
  place: Place,
  roster: UnitRoster,
  ids: Ids,
  sections: Ids,
  from: string
) {
  const books = new Map<string, number>()
  const enrolled = new Set<string>()
  const enrolments: (string | number)[][] = []
  const members: (string | number)[][] = []
  for (const section of roster.plan.sections) {
    const own = roster.pupils.filter((pupil) => pupil.section === section.key).map((pupil) => pupil.key)
    for (const [nth, key] of (section.members ?? own).entries()) {
      members.push([place.id, ids.get(key)!, sections.get(section.key)!, from, nth + 1])
      if (enrolled.has(`${section.unit} ${key}`)) continue
      enrolled.add(`${section.unit} ${key}`)
      const number = (books.get(section.unit) ?? 0) + 1
      books.set(section.unit, number)
      enrolments.push([place.id, ids.get(key)!, place.units.get(section.unit)!, 'active', from, number])
    }
  }
  const columns = ['tenant_id', 'pupil_id', 'unit_id', 'status', 'valid_from', 'book_number']
  await copyRows(client, 'secretariat.secretariat_enrolments', columns, enrolments)
  await copyRows(
    client,
    'secretariat.secretariat_section_memberships',
    ['tenant_id', 'pupil_id', 'section_id', 'valid_from', 'roll_number'],
    members
  )
}

async function copyGuardians(
  client: Client,
  place: Place,
  { guardians, links }: UnitRoster,
  pupils: Ids,
  people: People
) {
  const unique = [...new Map(guardians.map((guardian) => [guardian.key, guardian])).values()]
  const ids: Ids = new Map(unique.map(({ key }) => [key, uuidv7()]))
  await copyRows(
    client,
    'secretariat.secretariat_guardians',
    ['tenant_id', 'id', 'person_id', 'surname', 'given_names', 'phone', 'email'],
    unique.map((one) => [
      place.id,
      ids.get(one.key)!,
      people.idOf(one),
      one.surname,
      one.givenName,
      one.phone,
      one.email,
    ])
  )
  await copyRows(
    client,
    'secretariat.secretariat_guardian_links',
    [
      ...[
        'tenant_id',
        'guardian_id',
        'pupil_id',
        'kinship',
        'may_read_register',
        'may_excuse',
        'may_collect',
      ],
      ...['legal_representative', 'contact_order'],
    ],
    links.map((link) => [
      ...[place.id, ids.get(link.guardian)!, pupils.get(link.pupil)!, link.kinship, link.mayReadRegister],
      ...[link.mayExcuse, link.mayCollect, link.legalRepresentative, link.contactOrder],
    ])
  )
  await copyRows(
    client,
    'core.identity_memberships',
    ['tenant_id', 'person_id', 'role', 'valid_from', 'source'],
    unique.map((one) => [place.id, people.idOf(one), 'guardian', '2026-09-01', 'demo'])
  )
}

/** `ul. Zana 12/4`; villages without streets have only a number. */
const street = ({ street: name, house, flat }: DemoAddress) =>
  `${name ?? ''} ${house}${flat ? `/${flat}` : ''}`.trim()
