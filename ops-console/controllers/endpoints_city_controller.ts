import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { page } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import * as city from '#ops/queries/endpoints_city'
import { scopedKnex } from '#ops/queries/scoped'

/** How well the city's workstations are protected, and what waits for the IT department. */
export default class EndpointsCityController {
  async index(ctx: HttpContext) {
    const knex = scopedKnex()
    return page(ctx, 'ops-console/endpoints_city', {
      rows: await city.coverageByUnit(knex),
      ages: await city.definitionsAges(knex),
      licence: await city.cityLicence(knex),
      ...(await city.cityQueues(knex)),
      mayManage: ctx.place!.can('ops-console.endpoints.manage_city'),
    })
  }

  async export(ctx: HttpContext) {
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: await city.coverageByUnit(scopedKnex()),
      columns: columns(ctx),
      unit: null,
      name: ctx.i18n.t('ops-console.endpoints.coverage'),
      date: warsawDay(),
    })
  }
}

function columns({ i18n }: HttpContext): ExportColumn<city.UnitCoverage>[] {
  const title = (column: string) => i18n.t(`ops-console.endpoints.field.${column}`)
  return [
    { title: title('unit'), value: (row) => row.shortName },
    { title: title('unit_name'), value: (row) => row.unitName, width: 40 },
    { title: title('workstations'), type: 'integer', value: (row) => row.workstations },
    { title: title('computers'), type: 'integer', value: (row) => row.computers },
    { title: title('seen_week'), type: 'integer', value: (row) => row.seen },
    { title: title('coverage'), type: 'integer', value: (row) => row.coverage },
    { title: title('online'), type: 'integer', value: (row) => row.online },
    { title: title('outdated'), type: 'integer', value: (row) => row.outdated },
    { title: title('infected'), type: 'integer', value: (row) => row.infected },
  ]
}
