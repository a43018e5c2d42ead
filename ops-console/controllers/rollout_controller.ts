import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { listQuery, page } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import * as list from '#ops/queries/rollout_list'
import { scopedKnex } from '#ops/queries/scoped'
import { delayDays, progressSeries } from '#ops/rollout/progress'

/** How far the city's links and devices are against the plan. */
export default class RolloutController {
  async index(ctx: HttpContext) {
    const knex = scopedKnex()
    const today = warsawDay()
    const asked = listQuery(ctx, { sort: list.ROLLOUT_SORTS, filters: list.ROLLOUT_FILTERS, pageSize: 100 })
    const all = await list.rolloutRows(
      knex,
      { q: '', filters: {}, sort: { by: 'unit', direction: 'asc' } },
      today,
      null
    )
    return page(ctx, 'ops-console/rollout', {
      rows: (await list.rolloutRows(knex, asked, today, asked.pageSize, asked.offset)).map((row) =>
        withDelay(row, today)
      ),
      total: await list.countRollout(knex, asked, today),
      page: asked.page,
      pageSize: asked.pageSize,
      progress: progressSeries(all, today),
      stages: count(all, (row) => row.state),
      devices: count(all, (row) => row.deviceRollout ?? 'none'),
      late: all.filter((row) => !row.activatedOn && (delayDays(row, today) ?? 0) > 0).length,
      blocking: all.filter((row) => row.blockingDefects > 0).length,
    })
  }

  async export(ctx: HttpContext) {
    const today = warsawDay()
    const asked = listQuery(ctx, { sort: list.ROLLOUT_SORTS, filters: list.ROLLOUT_FILTERS })
    const rows = await list.rolloutRows(scopedKnex(), asked, today, null)
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: rows.map((row) => withDelay(row, today)),
      columns: columns(ctx),
      unit: null,
      name: ctx.i18n.t('ops-console.rollout.title'),
      date: today,
    })
  }
}

type Row = list.RolloutRow & { delay: number | null }

const withDelay = (row: list.RolloutRow, today: string): Row => ({ ...row, delay: delayDays(row, today) })

function count<T>(rows: readonly T[], of: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[of(row)] = (counts[of(row)] ?? 0) + 1
  return counts
}

function columns({ i18n }: HttpContext): ExportColumn<Row>[] {
  const title = (column: string) => i18n.t(`ops-console.rollout.field.${column}`)
  return [
    { title: title('unit'), value: (row) => row.shortName },
    { title: title('unit_name'), value: (row) => row.unitName, width: 40 },
    { title: title('supplier'), value: (row) => row.supplier },
    { title: title('state'), value: (row) => i18n.t(`ops-console.link.${row.state}`) },
    { title: title('since'), type: 'datetime', value: (row) => row.stageSince },
    { title: title('planned'), type: 'date', value: (row) => row.plannedOn },
    { title: title('activated'), type: 'date', value: (row) => row.activatedOn },
    { title: title('delay'), type: 'integer', value: (row) => row.delay },
    { title: title('defects'), type: 'integer', value: (row) => row.openDefects },
    { title: title('blocking'), type: 'integer', value: (row) => row.blockingDefects },
    {
      title: title('device'),
      value: (row) => (row.deviceRollout ? i18n.t(`ops-console.rollout.${row.deviceRollout}`) : null),
    },
  ]
}
