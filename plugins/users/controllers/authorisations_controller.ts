import type { HttpContext } from '@adonisjs/core/http'
import { sendExport } from '@unia/platform/exports'
import { logReading, NotFound, page, recordId } from '@unia/platform/http'
import { renderPrintout, sendPdf } from '@unia/platform/printouts'
import { warsawDay } from '@unia/platform/values'
import { authorisationTemplate, type AuthorisationData } from '#users/printouts/authorisation'
import { authorisationById, authorisationRegister } from '#users/queries/authorisations'
import { senderOf } from '#users/queries/sender'

/** The register of authorisations to process personal data, and each of them on paper. */
export default class AuthorisationsController {
  async index(ctx: HttpContext) {
    const all = ctx.request.qs().all !== undefined
    const rows = await authorisationRegister(!all)
    return page(ctx, 'users/authorisations/index', {
      all,
      rows: rows.map((row) => ({ ...row, roleLabel: ctx.i18n.t(`core.role.${row.role}`) })),
    })
  }

  async show(ctx: HttpContext) {
    const found = await authorisationById(recordId(ctx))
    if (!found) throw new NotFound()
    const data: AuthorisationData = {
      ...{ citation: found.citation, name: found.name, from: found.from, to: found.to, date: warsawDay() },
      role: ctx.i18n.t(`core.role.${found.role}`),
      unit: await senderOf(ctx.place!.tenant!.id),
    }
    const language = ctx.i18n.locale === 'en' ? 'en' : 'pl'
    const title = `${ctx.i18n.t('users.authorisation.document')} ${found.citation}`
    const pdf = await renderPrintout({ template: authorisationTemplate, data, title, language })
    return sendPdf(ctx, pdf)
  }

  async export(ctx: HttpContext) {
    const t = (key: string) => ctx.i18n.t(`users.authorisations.${key}`)
    const rows = await authorisationRegister(false)
    await logReading(ctx, {
      action: 'export',
      object: 'users_authorisations',
      details: { rows: rows.length },
    })
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows,
      columns: [
        { title: t('number'), value: (row) => row.citation },
        { title: t('name'), value: (row) => row.name, width: 28 },
        { title: t('role'), value: (row) => ctx.i18n.t(`core.role.${row.role}`), width: 24 },
        { title: t('from'), value: (row) => row.from },
        { title: t('to'), value: (row) => row.to ?? '' },
      ],
      unit: ctx.place!.slug,
      name: t('title'),
      date: warsawDay(),
    })
  }
}
