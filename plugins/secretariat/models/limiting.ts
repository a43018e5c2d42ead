import { publish } from '@unia/platform/bus'
import { guardianRightsChanged } from '#secretariat/contract'
import { heldRights, only, rightsOn, sameRights, type Rights } from '#secretariat/domain/guardian_rights'
import type GuardianLink from '#secretariat/models/guardian_link'
import GuardianRight from '#secretariat/models/guardian_right'

/**
 * Gives a guardian other rights from a day on, or between two days (a court's order for a time). Rights that are the
 * same already are left alone. The link must have its guardian loaded.
 */
export async function limitRights(
  link: GuardianLink,
  rights: Rights,
  { from, to }: { from: string; to: string | null }
): Promise<void> {
  const dated = await GuardianRight.query().where('linkId', link.id)
  if (sameRights(rightsOn(only(link), dated, from), rights) && to === null) return
  await GuardianRight.updateOrCreate({ linkId: link.id, validFrom: from }, { ...only(rights), validTo: to })
  await publish(guardianRightsChanged, {
    subject: `pupil/${link.pupilId}`,
    data: {
      ...{ guardianId: link.guardianId, personId: link.guardian.personId, pupilId: link.pupilId, from, to },
      rights: heldRights(rights),
    },
  })
}
