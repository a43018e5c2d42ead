import { publish } from '@unia/platform/bus'
import { people } from '@unia/platform/people'
import { addDays, warsawDay } from '@unia/platform/values'
import type { Infer } from '@vinejs/vine/types'
import { guardianLinked, guardianUnlinked } from '#secretariat/contract'
import { heldRights, only, type Rights } from '#secretariat/domain/guardian_rights'
import { touch } from '#secretariat/models/correcting'
import Guardian from '#secretariat/models/guardian'
import GuardianLink from '#secretariat/models/guardian_link'
import { lastInOrder } from '#secretariat/models/ordering'
import { limitRights } from '#secretariat/models/limiting'
import { guardianMatches, personElsewhere, type GuardianMatch } from '#secretariat/queries/guardian_matches'
import type { guardianValidator } from '#secretariat/validators/guardian'

type GuardianForm = Infer<typeof guardianValidator>

export type Guarding =
  | { outcome: 'linked'; linkId: string }
  /** This person is on the pupil's card already. */
  | { outcome: 'already' }
  /** Somebody with this PESEL, e-mail or phone is known: is it the same person? */
  | { outcome: 'asked'; matches: GuardianMatch[] }

/** Puts a guardian on a pupil's card: somebody new, or a person whom the unit or the city knows already. */
export async function addGuardian(pupilId: string, form: GuardianForm): Promise<Guarding> {
  const guardian = await guardianFor(form)
  if (Array.isArray(guardian)) return { outcome: 'asked', matches: guardian }
  const known = await GuardianLink.findBy({ pupilId, guardianId: guardian.id })
  const today = warsawDay()
  if (known && (known.validTo === null || known.validTo >= today)) return { outcome: 'already' }
  const fields = {
    ...rightsOf(form),
    kinship: form.kinship,
    contactOrder: (await lastInOrder(pupilId)) + 1,
    validFrom: today,
    validTo: null,
  }
  const link = known
    ? await known.merge(fields).save()
    : await GuardianLink.create({ pupilId, guardianId: guardian.id, ...fields })
  await touch(pupilId, ['guardians'])
  await tell(guardianLinked, link, guardian, rightsOf(form), today)
  return { outcome: 'linked', linkId: link.id }
}

export async function changeGuardian(link: GuardianLink, form: GuardianForm) {
  await changePerson(link.guardian, form)
  await link.merge({ kinship: form.kinship }).save()
  await limitRights(link, rightsOf(form, link), { from: form.from ?? warsawDay(), to: form.to ?? null })
  await touch(link.pupilId, ['guardians'])
}

/** New contact data of a guardian; names and rights stay. */
export async function changeContact(
  link: GuardianLink,
  contact: { phone?: string | null; email?: string | null }
) {
  await link.guardian.merge({ phone: contact.phone ?? null, email: contact.email ?? null }).save()
  await touch(link.pupilId, ['guardians'])
}

/** Takes the guardian off this pupil's card from a day; that they were on it stays. */
export async function removeGuardian(link: GuardianLink, from = warsawDay()) {
  await link.merge({ validTo: addDays(from, -1) }).save()
  await touch(link.pupilId, ['guardians'])
  await tell(guardianUnlinked, link, link.guardian, null, from)
}

/** The link of this pupil with its guardian, null when there is none that holds. */
export const guardianLink = (pupilId: string, id: string): Promise<GuardianLink | null> =>
  GuardianLink.query()
    .where({ id, pupilId })
    .whereRaw(`coalesce(valid_to, 'infinity') >= ?::date`, [warsawDay()])
    .preload('guardian')
    .first()

/** The guardian meant by the form, or whom it might mean when nobody has said yet. */
async function guardianFor(form: GuardianForm): Promise<Guardian | GuardianMatch[]> {
  if (form.same && !['new', 'city'].includes(form.same)) {
    const chosen = await Guardian.find(form.same)
    if (chosen) return filledUp(chosen, form)
  }
  if (!form.same && !form.pesel) {
    const matches = await guardianMatches(form)
    if (matches.length) return matches
  }
  const personId =
    (form.same === 'city' ? await personElsewhere(form) : null) ??
    (await people.ensure({ ...form, birthDate: null, pesel: form.pesel ?? null, source: 'secretariat' }))
  const known = await Guardian.findBy('personId', personId)
  return known
    ? filledUp(known, form)
    : Guardian.create({ personId, ...personOf(form), hasPesel: Boolean(form.pesel) })
}

/** A known person keeps the names; contact that was missing is added. */
const filledUp = (guardian: Guardian, { phone, email }: GuardianForm) =>
  guardian.merge({ phone: guardian.phone ?? phone ?? null, email: guardian.email ?? email ?? null }).save()

async function changePerson(guardian: Guardian, form: GuardianForm) {
  const pesel = form.pesel ?? null
  const answer = pesel
    ? await people.correct(guardian.personId, { ...form, birthDate: null, pesel })
    : ('ok' as const)
  await guardian
    .merge({ ...personOf(form), hasPesel: guardian.hasPesel || (pesel !== null && answer === 'ok') })
    .save()
}

const tell = (
  event: typeof guardianLinked,
  link: GuardianLink,
  guardian: Guardian,
  rights: Rights | null,
  from: string
) =>
  publish(event, {
    subject: `pupil/${link.pupilId}`,
    data: {
      ...{ guardianId: guardian.id, personId: guardian.personId, pupilId: link.pupilId, from },
      rights: rights ? heldRights(rights) : [],
    },
  })

const personOf = ({ surname, givenNames, phone = null, email = null }: GuardianForm) => ({
  ...{ surname, givenNames, phone, email },
})

const rightsOf = (form: GuardianForm, kept?: { maySeeAddress: boolean }): Rights => {
  const { mayReadRegister = false, mayExcuse = false, mayCollect = false, legalRepresentative = false } = form
  const maySeeAddress = form.maySeeAddress ?? kept?.maySeeAddress ?? true
  return only({ mayReadRegister, mayExcuse, mayCollect, legalRepresentative, maySeeAddress })
}
