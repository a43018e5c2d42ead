import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '../../exports/index.ts'
import { page } from '../../http/page.ts'
import { listQuery } from '../../http/paging.ts'
import { warsawDay } from '../../values/index.ts'
import { unitKinds } from '../files/kinds.ts'
import { districts, UNIT_FILTERS, UNIT_SORTS, unitRows, unitsQuery, type UnitListRow } from '../unit_list.ts'

const EVERY = 10_000

/** The city's units, for its officers. */
export default class UnitsController {
  async index(ctx: HttpContext) {
    const list = listQuery(ctx, { sort: UNIT_SORTS, filters: UNIT_FILTERS })
    const [{ total }] = await unitsQuery(list).count('* as total')
    const rows = await unitRows(list, list.pageSize)
    return page(ctx, 'core/units/index', {
      rows: rows.map((row) => ({
        ...row,
        kindName: kindName(ctx, row.kind),
        statusName: ctx.i18n.t(`core.units.status.${row.status}`, {}, row.status),
        ...verification(row),
      })),
      total: Number(total),
      page: list.page,
      pageSize: list.pageSize,
      sort: `${list.sort.direction === 'desc' ? '-' : ''}${list.sort.by}`,
      kinds: unitKinds.map((value) => ({ value, label: kindName(ctx, value) })),
      districts: await districts(),
    })
  }

  async export(ctx: HttpContext) {
    const list = listQuery(ctx, { sort: UNIT_SORTS, filters: UNIT_FILTERS })
    const title = (column: string) => ctx.i18n.t(`core.units.column.${column}`)
    const columns: ExportColumn<UnitListRow>[] = [
      { title: title('name'), value: (row) => row.name, width: 50 },
      { title: title('short_name'), value: (row) => row.short_name },
      { title: title('kind'), value: (row) => kindName(ctx, row.kind), width: 28 },
      { title: title('district'), value: (row) => row.district },
      { title: title('street'), value: (row) => row.street, width: 28 },
      {
        title: title('status'),
        value: (row) => ctx.i18n.t(`core.units.status.${row.status}`, {}, row.status),
      },
      { title: title('pupils'), type: 'integer', value: (row) => row.pupils_estimate },
      { title: title('plugins'), type: 'integer', value: (row) => row.plugins_on },
    ]
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: await unitRows(list, EVERY),
      columns,
      unit: null,
      name: ctx.i18n.t('core.units.title'),
      date: warsawDay(),
    })
  }
}

const kindName = (ctx: HttpContext, kind: string) => ctx.i18n.t(`core.units.kind.${kind}`, {}, kind)

/** Whether the unit's record is confirmed, and which of its facts nobody found in a source. */
const verification = ({ verified }: UnitListRow) => ({
  confirmed: verified.record ?? false,
  unverified: verified.unverified ?? [],
})
