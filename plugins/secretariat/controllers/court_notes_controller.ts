import type { HttpContext } from '@adonisjs/core/http'
import { logReading, NotFound, notice, page, recordId } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import CourtNote from '#secretariat/models/court_note'
import { guardianLink } from '#secretariat/models/guarding'
import { courtNotesOf } from '#secretariat/queries/guardian_courses'
import { requireSight } from '#secretariat/queries/sight'
import { courtNoteValidator } from '#secretariat/validators/guardian'

/** What courts said about a guardian and a pupil: few may read it, and each reading is written down. */
export default class CourtNotesController {
  async index(ctx: HttpContext) {
    const link = await linkOf(ctx)
    await logReading(ctx, { action: 'read', object: 'secretariat_court_notes', objectId: link.id })
    return page(ctx, 'secretariat/guardians/court', {
      pupilId: link.pupilId,
      guardian: { id: link.id, name: `${link.guardian.givenNames} ${link.guardian.surname}` },
      notes: await courtNotesOf(link.id),
      mayEdit: ctx.place!.can('secretariat.court_note.edit'),
      day: warsawDay(),
    })
  }

  async store(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const form = await ctx.request.validateUsing(courtNoteValidator)
    await CourtNote.create({ ...form, linkId: link.id })
    notice(ctx, { tone: 'success', text: 'secretariat.court.saved' })
    return ctx.response.redirect(
      `/${ctx.place!.slug}/secretariat/pupils/${link.pupilId}/guardians/${link.id}/court-notes`
    )
  }
}

async function linkOf(ctx: HttpContext) {
  const pupilId = recordId(ctx, 'pupil')
  await requireSight(ctx, pupilId)
  const link = await guardianLink(pupilId, recordId(ctx, 'guardian'))
  if (!link) throw new NotFound()
  return link
}
