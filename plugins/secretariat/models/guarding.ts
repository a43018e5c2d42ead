import db from '@adonisjs/lucid/services/db'
import { people } from '@unia/platform/people'
import type { Infer } from '@vinejs/vine/types'
import Guardian from '#secretariat/models/guardian'
import GuardianLink from '#secretariat/models/guardian_link'
import { touch } from '#secretariat/models/correcting'
import type { guardianValidator } from '#secretariat/validators/guardian'

type GuardianForm = Infer<typeof guardianValidator>

export async function addGuardian(pupilId: string, form: GuardianForm) {
  const personId = await people.ensure({ ...form, birthDate: null, pesel: null, source: 'secretariat' })
  const guardian = await Guardian.create({ personId, ...personOf(form) })
  const { last } = await db
    .from('secretariat_guardian_links')
    .where('pupil_id', pupilId)
    .max('contact_order as last')
    .firstOrFail()
  await GuardianLink.create({
    pupilId,
    guardianId: guardian.id,
    ...rightsOf(form),
    contactOrder: (last ?? 0) + 1,
  })
  await touch(pupilId, ['guardians'])
}

export async function changeGuardian(link: GuardianLink, form: GuardianForm) {
  await link.merge(rightsOf(form)).save()
  await link.guardian.merge(personOf(form)).save()
  await touch(link.pupilId, ['guardians'])
}

/** Takes the guardian off this pupil's card; what they are to other pupils stays. */
export async function removeGuardian(link: GuardianLink) {
  await link.delete()
  await touch(link.pupilId, ['guardians'])
}

/** The link of this pupil with its guardian, null when there is none. */
export const guardianLink = (pupilId: string, id: string): Promise<GuardianLink | null> =>
  GuardianLink.query().where({ id, pupilId }).preload('guardian').first()

const personOf = ({ surname, givenNames, phone = null, email = null }: GuardianForm) => ({
  ...{ surname, givenNames, phone, email },
})

const rightsOf = ({
  kinship,
  mayReadRegister,
  mayExcuse,
  mayCollect,
  legalRepresentative,
}: GuardianForm) => ({
  ...{ kinship, mayReadRegister, mayExcuse, mayCollect, legalRepresentative },
})
