import { Client } from 'pg'
import { uuidv7 } from './ids.ts'

/** The demo parent has a child in each of three units, so that a family's page can be looked at. */
const PARENT = 'rodzic'
const CHILDREN = [
  {
    unit: 'sp-21',
    givenNames: 'Franciszek',
    surname: 'Modrzewski',
    sex: 'm',
    birthDate: '2016-03-14',
    grade: 4,
  },
  { unit: 'lo-1', givenNames: 'Oliwia', surname: 'Modrzewska', sex: 'f', birthDate: '2011-08-30', grade: 1 },
  { unit: 'p-50', givenNames: 'Zofia', surname: 'Modrzewska', sex: 'f', birthDate: '2021-11-02', grade: 0 },
] as const
const FROM = '2026-09-01'

interface Place {
  tenant: number
  unit: string
}

/** Gives the demo parent children, once; those of units that are not in this city are left out. */
export async function loadFamily(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ person_id: string }>(
      `select person_id from core.identity_accounts a where login_name = $1 and demo
       and not exists (select from secretariat.secretariat_guardians g where g.person_id = a.person_id)`,
      [PARENT]
    )
    if (rows[0]) await inTransaction(client, rows[0].person_id)
  } finally {
    await client.end()
  }
}

async function inTransaction(client: Client, parent: string) {
  await client.query('begin')
  for (const child of CHILDREN) {
    const place = await placeOf(client, child.unit)
    if (place) await addChild(client, place, child, parent)
  }
  await client.query('commit')
}

async function addChild(
  client: Client,
  { tenant, unit }: Place,
  child: (typeof CHILDREN)[number],
  parent: string
) {
  const [pupil, guardian] = [uuidv7(), uuidv7()]
  const own = await person(client, child, child.birthDate)
  await client.query(
    `insert into secretariat.secretariat_pupils (tenant_id, id, person_id, surname, given_names, birth_date, birth_place, sex)
     values ($1, $2, $3, $4, $5, $6, 'Lublin', $7)`,
    [tenant, pupil, own, child.surname, child.givenNames, child.birthDate, child.sex]
  )
  await client.query(
    `insert into secretariat.secretariat_enrolments (tenant_id, pupil_id, unit_id, valid_from, book_number)
     select $1, $2, $3, $4, coalesce(max(book_number), 0) + 1 from secretariat.secretariat_enrolments
     where tenant_id = $1 and unit_id = $3`,
    [tenant, pupil, unit, FROM]
  )
  await client.query(
    `insert into secretariat.secretariat_section_memberships (tenant_id, pupil_id, section_id, valid_from)
     select $1, $2, id, $3 from secretariat.secretariat_sections where tenant_id = $1
     order by abs(grade_level - $4), symbol limit 1`,
    [tenant, pupil, FROM, child.grade]
  )
  await client.query(
    `insert into secretariat.secretariat_guardians (tenant_id, id, person_id, surname, given_names, phone, email)
     select $1, $2, id, surname, given_names, '+48400000057', 'aneta.modrzewska@example.org'
     from core.identity_people where id = $3`,
    [tenant, guardian, parent]
  )
  await client.query(
    `insert into secretariat.secretariat_guardian_links (tenant_id, guardian_id, pupil_id, kinship) values ($1, $2, $3, 'mother')`,
    [tenant, guardian, pupil]
  )
  await membership(client, tenant, own, 'pupil')
}

async function placeOf(client: Client, slug: string): Promise<Place | null> {
  const { rows } = await client.query<Place>(
    `select t.id as tenant, u.id as unit from core.tenancy_tenants t join core.tenancy_units u on u.tenant_id = t.id
     where t.slug = $1 order by u.id limit 1`,
    [slug]
  )
  return rows[0] ?? null
}

async function person(
  client: Client,
  name: { givenNames: string; surname: string },
  birthDate: string | null
) {
  const { rows } = await client.query<{ id: string }>(
    `insert into core.identity_people (given_names, surname, birth_date, source) values ($1, $2, $3, 'secretariat') returning id`,
    [name.givenNames, name.surname, birthDate]
  )
  return rows[0]!.id
}

const membership = (client: Client, tenant: number, personId: string, role: string) =>
  client.query(
    `insert into core.identity_memberships (tenant_id, person_id, role, valid_from, source) values ($1, $2, $3, $4, 'demo')`,
    [tenant, personId, role, FROM]
  )
