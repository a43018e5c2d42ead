import { contracts } from '@unia/platform/contracts'
import { people } from '@unia/platform/people'
import { warsawDay } from '@unia/platform/values'
import { Pupils, Sections } from '@unia/secretariat/contract'
import { guardiansToInvite, pupilsToInvite, type Invitee } from '#users/domain/invitees'

export type Whom = 'guardians' | 'pupils'

/** Who of a section could be invited: all its guardians or pupils, with or without an account. */
export async function inviteesOf(sectionId: string, whom: Whom): Promise<Invitee[]> {
  const sections = await contracts.require(Sections)
  const members = (await sections.membersOf([sectionId], warsawDay())).get(sectionId) ?? []
  return inviteesBehind(members, whom)
}

/** The guardians of one person's children here, or that person as a pupil. */
export async function inviteesBehind(
  members: { id: string; personId: string; surname: string; givenNames: string }[],
  whom: Whom
): Promise<Invitee[]> {
  const pupils = await contracts.require(Pupils)
  const guardians = await pupils.guardiansOf(members.map(({ id }) => id))
  const known = await people.byIds(members.map(({ personId }) => personId))
  const families = members.map(({ id, personId, surname, givenNames }) => ({
    pupil: { personId, surname, givenNames, birthDate: known.get(personId)?.birthDate ?? null },
    guardians: guardians.get(id) ?? [],
  }))
  return whom === 'pupils' ? pupilsToInvite(families) : guardiansToInvite(families)
}

/** Sections of today with how many guardians they have and how many of those have no account. */
export async function coverage() {
  const [sections, pupils] = [await contracts.optional(Sections), await contracts.optional(Pupils)]
  if (!sections || !pupils) return []
  const today = warsawDay()
  const all = await sections.sectionsOn(today)
  const members = await sections.membersOf(
    all.map(({ id }) => id),
    today
  )
  const guardians = await pupils.guardiansOf([...members.values()].flat().map(({ id }) => id))
  const ids = [...new Set([...guardians.values()].flat().map(({ personId }) => personId))]
  const accounts = await people.accountsOf(ids)
  return all.map(({ id, name }) => {
    const theirs = new Set(
      (members.get(id) ?? []).flatMap((pupil) =>
        (guardians.get(pupil.id) ?? []).filter((g) => g.mayReadRegister).map(({ personId }) => personId)
      )
    )
    const without = [...theirs].filter((personId) => !accounts.has(personId)).length
    return { id, name, pupils: (members.get(id) ?? []).length, guardians: theirs.size, without }
  })
}
