import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { listQuery, page } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import * as list from '#ops/queries/endpoint_computers'
import { scopedKnex } from '#ops/queries/scoped'

/** Protected computers of the city as a list and as a file. */
export default class EndpointComputersController {
  async index(ctx: HttpContext) {
    const asked = listQuery(ctx, { sort: list.COMPUTER_SORTS, filters: list.COMPUTER_FILTERS, pageSize: 100 })
    return page(ctx, 'ops-console/endpoint_computers', {
      rows: await list.computerRows(scopedKnex(), asked, asked.pageSize, asked.offset),
      total: await list.countComputers(scopedKnex(), asked),
      page: asked.page,
      pageSize: asked.pageSize,
    })
  }

  async export(ctx: HttpContext) {
    const asked = listQuery(ctx, { sort: list.COMPUTER_SORTS, filters: list.COMPUTER_FILTERS })
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: await list.computerRows(scopedKnex(), asked, null),
      columns: columns(ctx),
      unit: null,
      name: ctx.i18n.t('ops-console.endpoints.computers'),
      date: warsawDay(),
    })
  }
}

function columns({ i18n }: HttpContext): ExportColumn<list.ComputerRow>[] {
  const title = (column: string) => i18n.t(`ops-console.endpoints.field.${column}`)
  return [
    { title: title('unit'), value: (row) => row.shortName },
    { title: title('computer'), value: (row) => row.name, width: 24 },
    { title: title('group'), value: (row) => row.group, width: 40 },
    { title: title('online'), type: 'boolean', value: (row) => row.online },
    { title: title('infected'), type: 'boolean', value: (row) => row.infected },
    { title: title('outdated'), type: 'boolean', value: (row) => row.outdated },
    { title: title('definitions'), type: 'date', value: (row) => row.definitionsOn },
    { title: title('seen'), type: 'datetime', value: (row) => row.lastSeenAt },
  ]
}
