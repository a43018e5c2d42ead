import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { listQuery, page } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import * as list from '#ops/queries/device_list'
import { scopedKnex } from '#ops/queries/scoped'

/** Devices of the city as a list and as a file. */
export default class DeviceListController {
  async index(ctx: HttpContext) {
    const knex = scopedKnex()
    const asked = listQuery(ctx, { sort: list.DEVICE_SORTS, filters: list.DEVICE_FILTERS, pageSize: 100 })
    return page(ctx, 'ops-console/devices', {
      rows: await list.deviceRows(knex, asked, asked.pageSize, asked.offset),
      total: await list.countDevices(knex, asked),
      page: asked.page,
      pageSize: asked.pageSize,
      models: await list.deviceModels(knex),
    })
  }

  async export(ctx: HttpContext) {
    const asked = listQuery(ctx, { sort: list.DEVICE_SORTS, filters: list.DEVICE_FILTERS })
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: await list.deviceRows(scopedKnex(), asked, null),
      columns: columns(ctx),
      unit: null,
      name: ctx.i18n.t('ops-console.devices.title'),
      date: warsawDay(),
    })
  }
}

function columns({ i18n }: HttpContext): ExportColumn<list.DeviceRow>[] {
  const title = (column: string) => i18n.t(`ops-console.field.${column}`)
  return [
    { title: title('unit'), value: (row) => row.shortName },
    { title: title('unit_name'), value: (row) => row.unitName, width: 40 },
    { title: title('kind'), value: (row) => i18n.t(`ops-console.kind.${row.kind}`) },
    { title: title('model'), value: (row) => row.model },
    { title: title('serial'), value: (row) => row.serial },
    { title: title('address'), value: (row) => row.host },
    { title: title('software'), value: (row) => row.software },
    { title: title('rollout'), value: (row) => i18n.t(`ops-console.rollout.${row.rollout}`) },
    { title: title('state'), value: (row) => i18n.t(`ops-console.state.${row.state}`) },
    { title: title('since'), type: 'datetime', value: (row) => row.since },
    { title: title('simulated'), type: 'boolean', value: (row) => row.simulated },
  ]
}
