import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { notice, page, refuse } from '@unia/platform/http'
import { renderPrintout, sendPdf } from '@unia/platform/printouts'
import { opsPool } from '#ops/acting'
import { scopedKnex } from '#ops/queries/scoped'
import { contractDocument, type ContractRow } from '#ops/sla/document'
import { contractLinks } from '#ops/sla/links'
import { languageOf, monthAsked, slaTemplate, wordsOf } from '#ops/sla/asked'
import { hasEnded } from '#ops/sla/month'
import { serviceIn } from '#ops/sla/read_inputs'
import { newestReports } from '#ops/sla/reports'
import { settleContract } from '#ops/sla/settle'
import { settleMonth } from '#ops/sla/settle_month'

/** The fibre contract's month: every link and how it stood. */
export default class SlaController {
  async index(ctx: HttpContext) {
    const month = monthAsked(ctx)
    const rows = await contractRows(month)
    const results = rows.flatMap(({ report }) => report?.result ?? [])
    return page(ctx, 'ops-console/sla', {
      ...{ month, whole: settleContract(results) },
      rows: rows.map(({ report, ...row }) => ({
        ...row,
        report: report && {
          ...{
            version: report.version,
            generatedAt: report.generatedAt,
            result: { ...report.result, intervals: [] },
          },
          latencyP95Ms: report.inputs.probes.latencyP95Ms,
        },
      })),
      ended: hasEnded(month),
      maySettle: ctx.identity!.cityRoles().some((role) => ['it_operator', 'city_admin'].includes(role)),
    })
  }

  /** Settles every link of a month that is over; links whose inputs are the same keep their version. */
  async store(ctx: HttpContext) {
    const month = monthAsked(ctx)
    if (!hasEnded(month)) return refuse(ctx, { month: 'ops-console.sla.refused.running' })
    const added = await settleMonth(ctx, await contractLinks(opsPool()), month)
    notice(ctx, { tone: 'success', text: 'ops-console.sla.settled', values: { count: added } })
    return ctx.response.redirect(`/city/ops-console/sla?month=${month}`)
  }

  async print(ctx: HttpContext) {
    const month = monthAsked(ctx)
    const data = contractDocument(month, await contractRows(month), wordsOf(ctx))
    const pdf = await renderPrintout({
      template: slaTemplate,
      data,
      title: data.title,
      language: languageOf(ctx),
    })
    return sendPdf(ctx, pdf, `sla-${month}.pdf`)
  }

  async export(ctx: HttpContext) {
    const month = monthAsked(ctx)
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: await contractRows(month),
      columns: columns(ctx),
      unit: null,
      name: `${ctx.i18n.t('ops-console.sla.title')} ${month}`,
      date: `${month}-01`,
    })
  }
}

/** Read in the request's transaction: the city's reader sees all units. */
async function contractRows(month: string): Promise<ContractRow[]> {
  const knex = scopedKnex()
  const reports = await newestReports(knex, month)
  const links = (await contractLinks(knex)).filter(
    (link) => serviceIn(link, month) || reports.has(link.deviceId)
  )
  return links.map(({ deviceId, unit, unitName, supplier }) => ({
    ...{ deviceId, unit, unitName, supplier, report: reports.get(deviceId) ?? null },
  }))
}

function columns({ i18n }: HttpContext): ExportColumn<ContractRow>[] {
  const title = (field: string) => i18n.t(`ops-console.sla.field.${field}`)
  const minutes = (ms?: number) => (ms === undefined ? null : Math.round(ms / 600) / 100)
  return [
    { title: title('unit'), value: (row) => row.unit },
    { title: title('unit_name'), value: (row) => row.unitName, width: 40 },
    { title: title('supplier'), value: (row) => row.supplier },
    { title: title('availability_share'), type: 'decimal', value: (row) => row.report?.result.availability },
    { title: title('service_minutes'), type: 'decimal', value: (row) => minutes(row.report?.result.service) },
    { title: title('down_minutes'), type: 'decimal', value: (row) => minutes(row.report?.result.down) },
    {
      title: title('excluded_minutes'),
      type: 'decimal',
      value: (row) => minutes(row.report?.result.excluded),
    },
    { title: title('unknown_minutes'), type: 'decimal', value: (row) => minutes(row.report?.result.unknown) },
    { title: title('coverage_share'), type: 'decimal', value: (row) => row.report?.result.coverage },
    { title: title('latency'), type: 'decimal', value: (row) => row.report?.inputs.probes.latencyP95Ms },
    { title: title('loss'), type: 'decimal', value: (row) => row.report?.result.lossPercent },
    { title: title('version'), type: 'integer', value: (row) => row.report?.version },
    { title: title('generated_at'), type: 'datetime', value: (row) => row.report?.generatedAt },
    { title: title('hash'), value: (row) => row.report?.inputsHash, width: 66 },
  ]
}
