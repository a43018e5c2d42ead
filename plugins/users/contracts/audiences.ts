import { contracts } from '@unia/platform/contracts'
import { reachableAt, reachOf } from '@unia/platform/memberships'
import { currentTenantId } from '@unia/platform/scope'
import { warsawDay } from '@unia/platform/values'
import { Sections } from '@unia/secretariat/contract'
import type { Audience, AudienceFigures, Audiences, PersonContacts, Recipient } from '#users/contract'
import { inviteOne } from '#users/models/inviting'

export default class AudiencesOfUnit implements Audiences {
  async describe(audience: Audience): Promise<AudienceFigures> {
    const recipients = await this.resolve(audience)
    return {
      people: recipients.length,
      withAccount: recipients.filter(({ accountId }) => accountId !== null).length,
    }
  }

  async resolve(audience: Audience): Promise<Recipient[]> {
    const keys = await keysOf(audience)
    const people = await reachOf(currentTenantId(), audience.roles)
    return people
      .filter((person) => keys === null || person.keys.some((key) => keys.has(key)))
      .map(({ personId, accountId }) => ({ personId, accountId }))
  }

  contactsOf(personIds: string[]): Promise<Map<string, PersonContacts>> {
    return reachableAt(personIds)
  }

  async invite(personId: string) {
    const invited = await inviteOne(personId, currentTenantId())
    return invited && { code: invited.code, until: invited.until }
  }
}

/** Sections asked for and the pupils in them today; null when the audience is not limited to any. */
async function keysOf({ sectionIds, gradeLevels }: Audience): Promise<Set<string> | null> {
  if (!sectionIds && !gradeLevels) return null
  const sections = await contracts.optional(Sections)
  if (!sections) return new Set()
  const today = warsawDay()
  const wanted = (await sections.sectionsOn(today))
    .filter(({ id }) => !sectionIds || sectionIds.includes(id))
    .filter(({ gradeLevel }) => !gradeLevels || gradeLevels.includes(gradeLevel))
    .map(({ id }) => id)
  const members = await sections.membersOf(wanted, today)
  return new Set([...wanted, ...[...members.values()].flat().map(({ id }) => id)])
}
