import { defineJob, JobCancelled } from '@unia/platform/jobs'
import { mailServer, sendMail } from '@unia/platform/mail'
import { issueInvitation, proposeContacts, recordSending } from '@unia/platform/memberships'
import { people } from '@unia/platform/people'
import { renderPrintout } from '@unia/platform/printouts'
import type { Invitee } from '#users/domain/invitees'
import { invitationLetter, invitationTemplate, type InvitationLetter } from '#users/printouts/invitation'
import { invitationMail } from '#users/printouts/invitation_mail'
import { inviteesOf, type Whom } from '#users/queries/invitees'
import { senderOf } from '#users/queries/sender'

export interface LettersPayload {
  sectionId: string
  whom: Whom
  /** E-mail where an address is known, paper for the others; or paper for everybody. */
  byMail: boolean
  language: 'pl' | 'en'
  title: string
  fileName: string
}

/**
 * Invites everybody of a section who has no account yet. A code is in one place only: in the letter or in the e-mail.
 * Running again after a crash gives new codes; those sent before no longer count.
 */
export default defineJob({
  id: 'users.letters',
  async run({ sectionId, whom, byMail, language, title, fileName }: LettersPayload, job) {
    const all = await job.tenant(() => inviteesOf(sectionId, whom))
    const accounts = await people.accountsOf(all.map(({ personId }) => personId))
    const invitees = all.filter(({ personId }) => !accounts.has(personId))
    const unit = await job.tenant(() => senderOf(job.tenantId))
    const letters: InvitationLetter[] = []
    let mailed = 0
    job.progress(0, invitees.length, 'users.letters.writing')
    for (const [done, invitee] of invitees.entries()) {
      if (job.cancelled()) throw new JobCancelled()
      const issued = await job.tenant(() => invite(invitee))
      const sent = byMail && invitee.email ? await mail(invitee, issued) : false
      if (sent) mailed++
      else letters.push(await invitationLetter(invitee, issued))
      job.progress(done + 1, invitees.length, 'users.letters.writing')
    }
    if (letters.length > 0) {
      const data = { unit, letters }
      await job.file(
        fileName,
        'application/pdf',
        await renderPrintout({ template: invitationTemplate, data, title, language })
      )
    }
    return { letters: letters.length, mailed, withAccount: all.length - invitees.length }

    async function mail(invitee: Invitee, issued: { id: string; code: string; expiresAt: Date }) {
      if (!mailServer()) return false
      const outcome = await sendMail(invitationMail(invitee, issued, unit.name, language))
      await job.tenant(async () => {
        await recordSending(issued.id, invitee.email!, outcome === 'sent' ? null : outcome)
      })
      return outcome === 'sent'
    }
  },
})

async function invite({ personId, birthDates, email, phone }: Invitee) {
  await proposeContacts(personId, { email, phone })
  return issueInvitation({ personId, birthDates })
}
