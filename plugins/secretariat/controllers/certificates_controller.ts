import type { HttpContext } from '@adonisjs/core/http'
import { logReading, NotFound, recordId } from '@unia/platform/http'
import { people } from '@unia/platform/people'
import { renderPrintout, sendPdf } from '@unia/platform/printouts'
import { warsawDay } from '@unia/platform/values'
import { certificateTemplate, type CertificateData } from '#secretariat/printouts/certificate'
import { senderOf } from '#secretariat/queries/letterhead'
import { placedOn, pupilCard } from '#secretariat/queries/pupil_card'
import { certificate } from '#secretariat/transformers/certificate'

/** "Zaświadcza się, że … jest uczniem": one page, now. */
export default class CertificatesController {
  async show(ctx: HttpContext) {
    const date = warsawDay()
    const row = await pupilCard(recordId(ctx, 'pupil'))
    const [placement] = row ? placedOn(row.placements, date) : []
    if (!row || !placement) throw new NotFound()
    const pesel = row.has_pesel ? await people.peselOf(row.person_id) : null
    const sender = await senderOf(placement.unit_id)
    const purpose = String(ctx.request.qs().purpose ?? '').slice(0, 120)
    const title = ctx.i18n.t('secretariat.certificate.title')
    await logReading(ctx, { action: 'export', object: 'secretariat_certificates', objectId: row.id })
    const data: CertificateData = {
      certificates: [
        certificate({ row, placement, pesel, sender, purpose, date, role: ctx.i18n.t('core.role.director') }),
      ],
    }
    const pdf = await renderPrintout({ template: certificateTemplate, data, title })
    return sendPdf(ctx, pdf)
  }
}
