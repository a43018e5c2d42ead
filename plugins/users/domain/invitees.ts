/** A guardian or pupil to invite, with the birth dates one of which they must know. */
export interface Invitee {
  personId: string
  name: string
  /** Given names of the children, for the letter; empty for a pupil. */
  children: string[]
  birthDates: string[]
  email: string | null
  phone: string | null
}

interface Family {
  pupil: { personId: string; givenNames: string; surname: string; birthDate: string | null }
  guardians: {
    personId: string
    surname: string
    givenNames: string
    email: string | null
    phone: string | null
    mayReadRegister: boolean
  }[]
}

/** One letter for each guardian with rights, whatever number of their children is on the list. */
export function guardiansToInvite(families: Family[]): Invitee[] {
  const found = new Map<string, Invitee>()
  for (const { pupil, guardians } of families) {
    for (const guardian of guardians.filter(({ mayReadRegister }) => mayReadRegister)) {
      const known = found.get(guardian.personId)
      found.set(guardian.personId, {
        personId: guardian.personId,
        name: `${guardian.givenNames} ${guardian.surname}`,
        children: [...(known?.children ?? []), `${pupil.givenNames} ${pupil.surname}`],
        birthDates: [...(known?.birthDates ?? []), ...(pupil.birthDate ? [pupil.birthDate] : [])],
        email: known?.email ?? guardian.email,
        phone: known?.phone ?? guardian.phone,
      })
    }
  }
  return [...found.values()]
}

export const pupilsToInvite = (families: Family[]): Invitee[] =>
  families.map(({ pupil }) => ({
    personId: pupil.personId,
    name: `${pupil.givenNames} ${pupil.surname}`,
    ...{ children: [], birthDates: pupil.birthDate ? [pupil.birthDate] : [], email: null, phone: null },
  }))
