import { publicAddress } from '@unia/platform/mail'
import { birthDatesFor, issueInvitation, memberHere } from '@unia/platform/memberships'

export interface ShownInvitation {
  name: string
  code: string
  address: string
  until: string
  /** `false` when nothing but the code is asked for: neither a child nor the person has a birth date here. */
  asksBirthDate: boolean
}

/** A code for somebody of this unit without an account; null when they are not of this unit, or have one. */
export async function inviteOne(personId: string, tenantId: number): Promise<ShownInvitation | null> {
  const member = await memberHere(personId, tenantId)
  if (!member || member.accountId) return null
  const birthDates = await birthDatesFor(personId)
  const { code, expiresAt } = await issueInvitation({ personId, birthDates })
  return {
    name: member.name,
    code,
    address: `${publicAddress()}/start`,
    until: expiresAt.toISOString(),
    asksBirthDate: birthDates.length > 0,
  }
}
