import { Client } from 'pg'
import type { TenantDeclaration } from '../../../app/tenancy/files/index.ts'
import { planCity, rosterOf, type DemoPupil, type UnitRoster } from '../index.ts'
import { copyRows } from './copy.ts'
import { loadPeople, People } from './load_people.ts'
import { loadPupils } from './load_pupils.ts'
import { loadStaff } from './load_staff.ts'

export interface DemoCounts {
  tenants: number
  pupils: number
  guardians: number
  staff: number
}

interface Place {
  id: number
  units: Map<string, string>
}

/** Units of the demo accounts are full in size in the smallest city too. */
const SHOWN = ['sp-21', 'lo-1']

/** Tables whose audit trigger rests while invented people are loaded. */
const LOADED = [
  ...['pupils', 'enrolments', 'sections', 'section_memberships', 'guardians', 'guardian_links'].map(
    (name) => `secretariat.secretariat_${name}`
  ),
  'core.identity_people',
  'core.identity_accounts',
  'core.identity_memberships',
]

/** Loads the demo city by COPY as the owner, one transaction for each unit; a unit that has pupils is left alone. */
export async function loadCity(
  ownerUrl: string,
  tenants: TenantDeclaration[],
  scale: number,
  progress: (done: number, total: number) => void = () => {}
): Promise<DemoCounts> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const counts: DemoCounts = { tenants: 0, pupils: 0, guardians: 0, staff: 0 }
  const people = new People()
  const pupils = new Map<string, DemoPupil>()
  try {
    await people.remember(client)
    const places = await placesOf(client)
    const rosters = planCity(tenants, scale, { whole: SHOWN }).map(rosterOf)
    for (const { pupils: own } of rosters) for (const pupil of own) pupils.set(pupil.key, pupil)
    for (const [done, roster] of rosters.entries()) {
      const place = places.get(roster.plan.tenant)
      if (place && !(await isLoaded(client, place.id))) {
        await inTransaction(client, () => loadUnit(client, place, roster, pupils, people))
        counts.tenants++
        counts.pupils += roster.pupils.length
        counts.guardians += roster.guardians.length
        counts.staff += roster.staff.length
      }
      progress(done + 1, rosters.length)
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return counts
}

async function loadUnit(
  client: Client,
  place: Place,
  roster: UnitRoster,
  pupils: Map<string, DemoPupil>,
  people: People
) {
  const guests = roster.plan.sections.flatMap(({ members }) => members ?? []).map((key) => pupils.get(key)!)
  const everyone = [...new Map([...roster.pupils, ...guests].map((pupil) => [pupil.key, pupil])).values()]
  await loadPeople(client, people, [...everyone, ...roster.guardians], 'secretariat')
  await loadPeople(client, people, roster.staff, 'hr')
  await loadPupils(client, place, roster, everyone, people)
  await loadStaff(client, place, roster, people)
}

async function placesOf(client: Client): Promise<Map<string, Place>> {
  const { rows } = await client.query(
    `select t.slug as tenant, t.id, u.slug as unit, u.id as unit_id from core.tenancy_tenants t join core.tenancy_units u on u.tenant_id = t.id`
  )
  const places = new Map<string, Place>()
  for (const row of rows) {
    const place = places.get(row.tenant) ?? { id: row.id, units: new Map() }
    place.units.set(row.unit, row.unit_id)
    places.set(row.tenant, place)
  }
  return places
}

async function isLoaded(client: Client, tenantId: number): Promise<boolean> {
  const { rows } = await client.query(
    `select exists (select 1 from core.identity_memberships where tenant_id = $1 and source = 'demo') as loaded`,
    [tenantId]
  )
  return rows[0].loaded
}

async function inTransaction(client: Client, work: () => Promise<void>) {
  await client.query('begin')
  try {
    for (const table of LOADED) await client.query(`alter table ${table} disable trigger audit`)
    await work()
    for (const table of LOADED) await client.query(`alter table ${table} enable trigger audit`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

export { copyRows, type Place }
