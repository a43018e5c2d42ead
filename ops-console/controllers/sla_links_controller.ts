import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { NotFound, notice, page, refuse } from '@unia/platform/http'
import { renderPrintout, sendPdf } from '@unia/platform/printouts'
import { opsPool } from '#ops/acting'
import { languageOf, monthAsked, slaTemplate, versionAsked, wordsOf } from '#ops/sla/asked'
import { causeOf } from '#ops/sla/cause'
import { linkDocument } from '#ops/sla/document'
import { limitsOf } from '#ops/sla/limits'
import { linkMonth } from '#ops/sla/link_month'
import { contractLinks, type ContractLink } from '#ops/sla/links'
import { hasEnded } from '#ops/sla/month'
import type { DownEvidence } from '#ops/sla/settle'
import { settleMonth } from '#ops/sla/settle_month'

/**
 * One link's month, in the city or of the own building. Read as `unia_ops`, because the city's core decides what is
 * excluded; therefore a unit gets its link by the tenant of the place alone, never by an id in the address.
 */
export default class SlaLinksController {
  async show(ctx: HttpContext) {
    const city = ctx.place!.tenant === null
    const link = await linkOf(ctx)
    const month = monthAsked(ctx)
    return page(ctx, 'ops-console/sla_link', {
      ...{ city, month, limits: limitsOf(month) },
      report: link && (await monthOfLink(ctx, link)),
      base: `/${ctx.place!.slug}/ops-console/sla${city && link ? `/links/${link.deviceId}` : ''}`,
      maySettle:
        city && ctx.identity!.cityRoles().some((role) => ['it_operator', 'city_admin'].includes(role)),
      ended: hasEnded(month),
    })
  }

  async store(ctx: HttpContext) {
    const link = await knownLink(ctx)
    const month = monthAsked(ctx)
    if (!hasEnded(month)) return refuse(ctx, { month: 'ops-console.sla.refused.running' })
    const added = await settleMonth(ctx, [link], month)
    notice(ctx, { tone: 'success', text: 'ops-console.sla.settled', values: { count: added } })
    return ctx.response.redirect(`/city/ops-console/sla/links/${link.deviceId}?month=${month}`)
  }

  async print(ctx: HttpContext) {
    const link = await knownLink(ctx)
    const whole = await monthOfLink(ctx, link)
    const data = linkDocument(whole, wordsOf(ctx))
    const pdf = await renderPrintout({
      template: slaTemplate,
      data,
      title: data.title,
      language: languageOf(ctx),
    })
    return sendPdf(ctx, pdf, `sla-${link.slug}-${whole.month}.pdf`)
  }

  async export(ctx: HttpContext) {
    const link = await knownLink(ctx)
    const { result, month } = await monthOfLink(ctx, link)
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: result?.intervals ?? [],
      columns: columns(ctx),
      unit: link.slug,
      name: `${ctx.i18n.t('ops-console.sla.evidence')} ${month}`,
      date: `${month}-01`,
    })
  }
}

const monthOfLink = (ctx: HttpContext, link: ContractLink) => {
  const month = monthAsked(ctx)
  return linkMonth(opsPool(), link, month, limitsOf(month), versionAsked(ctx))
}

/** The unit's own link, or in the city the one in the address; a unit without a link has none. */
export async function linkOf(ctx: HttpContext): Promise<ContractLink | null> {
  const { tenant } = ctx.place!
  if (tenant) return (await contractLinks(opsPool(), tenant.id))[0] ?? null
  return (await contractLinks(opsPool())).find(({ deviceId }) => deviceId === ctx.params.id) ?? notFound()
}

export async function knownLink(ctx: HttpContext): Promise<ContractLink> {
  return (await linkOf(ctx)) ?? notFound()
}

function notFound(): never {
  throw new NotFound()
}

function columns({ i18n }: HttpContext): ExportColumn<DownEvidence>[] {
  const title = (field: string) => i18n.t(`ops-console.sla.field.${field}`)
  return [
    { title: title('from'), type: 'datetime', value: (row) => new Date(row.from) },
    { title: title('to'), type: 'datetime', value: (row) => new Date(row.to) },
    { title: title('lasted_minutes'), type: 'decimal', value: (row) => minutes(row.to - row.from) },
    { title: title('counted_minutes'), type: 'decimal', value: (row) => minutes(row.counted) },
    { title: title('cause'), value: (row) => causeOf(row, (key) => i18n.t(key)), width: 60 },
  ]
}

const minutes = (ms: number) => Math.round(ms / 600) / 100
