import { randomUUID } from 'node:crypto'
import { contracts } from '@unia/platform/contracts'
import { later, owner } from '@unia/platform/testing'
import { Pupils, Sections, type GuardianDto, type SectionDto } from '@unia/secretariat/contract'

export interface KnownPupil {
  id: string
  personId: string
  surname: string
  givenNames: string
  guardians: GuardianDto[]
  enrolled: (day: string) => boolean
}

/** A secretariat whose facts the test writes itself; the real one is asked in `tests/functional/users`. */
export function aSecretariat() {
  const pupils = new Map<string, KnownPupil>()
  const sections: SectionDto[] = []
  const all = () => [...pupils.values()]
  const undo = [
    contracts.fake(Pupils, {
      byIds: async (ids: string[]) =>
        new Map(ids.flatMap((id) => (pupils.has(id) ? [[id, pupils.get(id)!]] : []))),
      search: async () => all(),
      enrolledOn: async (day: string) => all().filter((pupil) => pupil.enrolled(day)),
      guardiansOf: async (ids: string[]) => new Map(ids.map((id) => [id, pupils.get(id)?.guardians ?? []])),
    } as unknown as Pupils),
    contracts.fake(Sections, {
      sectionsOn: async () => sections,
      membersOf: async (ids: string[]) =>
        new Map(ids.map((id) => [id, all().map((p, i) => ({ ...p, rollNumber: i + 1 }))])),
    } as unknown as Sections),
  ]
  later(async () => undo.forEach((each) => each()))
  return { pupils, sections }
}

/** Somebody in the city's register; gone after the test, with all that names them. */
export async function aPerson(
  names: { givenNames?: string; surname?: string; birthDate?: string } = {}
): Promise<string> {
  const [row] = await owner()
    .table('core.identity_people')
    .insert({
      given_names: names.givenNames ?? 'Anna',
      surname: names.surname ?? 'Nowak',
      birth_date: names.birthDate ?? null,
    })
    .returning('id')
  const id = (row.id ?? row) as string
  later(async () => {
    await owner().from('core.identity_merges').where('kept_id', id).orWhere('merged_id', id).delete()
    await owner().from('core.identity_memberships').where('person_id', id).delete()
    await owner().from('core.identity_accounts').where('person_id', id).delete()
    await owner().from('core.identity_people').where('id', id).delete()
  })
  return id
}

export const guardianOf = (personId: string, rights: Partial<GuardianDto> = {}): GuardianDto => ({
  ...{ personId, surname: 'Nowak', givenNames: 'Anna', kinship: 'mother', phone: null, email: null },
  ...{ guardianId: personId, mayReadRegister: true, mayExcuse: true, mayCollect: true },
  ...{ legalRepresentative: true, maySeeAddress: true },
  ...rights,
})

/** A pupil enrolled for good, unless the test says when. */
export async function aPupil(
  school: ReturnType<typeof aSecretariat>,
  {
    guardians = [],
    enrolled = () => true,
    birthDate = '2016-05-04',
    givenNames = 'Zofia',
  }: Partial<KnownPupil> & { birthDate?: string } = {}
): Promise<KnownPupil> {
  const surname = 'Nowak'
  const personId = await aPerson({ givenNames, surname, birthDate })
  const pupil = { id: randomUUID(), personId, surname, givenNames, guardians, enrolled }
  school.pupils.set(pupil.id, pupil)
  return pupil
}

/** Roles of a person here, with days, as the database has them. */
export async function rolesOf(personId: string, unit: { id: number }) {
  return owner()
    .from('core.identity_memberships')
    .where({ person_id: personId, tenant_id: unit.id })
    .orderBy('valid_from')
    .orderBy('role')
    .select('role', 'valid_from as from', 'valid_to as to', 'source', 'source_key as key')
}
