import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { warsawDay } from '@unia/platform/values'
import { deviceOf } from '#ops/controllers/device_of'
import { seriesAsked } from '#ops/controllers/series_asked'
import { unitOf } from '#ops/health/metrics'
import { compared } from '#ops/history/charts'
import { metricsOf, seriesRange, type SeriesRow, type SeriesValue } from '#ops/history/series'
import { scopedKnex } from '#ops/queries/scoped'

/** As many lines as a spreadsheet is still read with. */
const EXPORTED_STEPS = 5000

/** Any metrics of one device over any stretch of time, for charts and as a file. */
export default class DeviceSeriesController {
  async show(ctx: HttpContext) {
    const { place, from, to, metrics } = await wanted(ctx)
    ctx.response.header('Cache-Control', 'no-store')
    const week = ctx.request.qs().compare === 'week'
    return { metrics, ...(await compared(scopedKnex(), place, metrics, { from, to, week })) }
  }

  async export(ctx: HttpContext) {
    const { place, from, to, metrics } = await wanted(ctx)
    const { rows } = await seriesRange(scopedKnex(), place, metrics, from, to, EXPORTED_STEPS)
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows,
      columns: columns(ctx, metrics),
      unit: ctx.place!.tenant?.slug ?? null,
      name: ctx.i18n.t('ops-console.charts.export'),
      date: warsawDay(),
    })
  }
}

async function wanted(ctx: HttpContext) {
  const place = await deviceOf(ctx)
  const { from, to, metrics } = seriesAsked(ctx)
  return { place, from, to, metrics: metrics ?? (await metricsOf(scopedKnex(), place, from, to)) }
}

function columns({ i18n }: HttpContext, metrics: string[]): ExportColumn<SeriesRow>[] {
  const figures = metrics.flatMap((metric) =>
    (['avg', 'min', 'max'] as const).map((figure) => ({
      title: i18n.t(`ops-console.charts.column.${figure}`, { metric: named(metric, i18n) }),
      type: 'decimal' as const,
      value: (row: SeriesRow) => rounded((row[metric] as SeriesValue | null)?.[figure]),
    }))
  )
  return [{ title: i18n.t('ops-console.charts.time'), type: 'datetime', value: (row) => row.at }, ...figures]
}

function named(metric: string, i18n: HttpContext['i18n']): string {
  const [name, port] = metric.split('@')
  const [title, unit] = [i18n.t(`ops-console.metric.${name}`), i18n.t(`ops-console.unit.${unitOf(metric)}`)]
  return `${[title, port].filter(Boolean).join(' ')}${unit && ` [${unit}]`}`
}

const rounded = (value: number | undefined) => (value === undefined ? null : Number(value.toFixed(3)))
