import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { listQuery, logReading } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import { beholder, sightOf } from '#secretariat/queries/sight'
import {
  personAsked,
  PUPIL_FILTERS,
  PUPIL_SORTS,
  pupilRows,
  type PupilListRow,
} from '#secretariat/queries/pupil_list'

/** The list as a file: all that is filtered, in the order shown. */
export default class PupilExportsController {
  async show(ctx: HttpContext) {
    const date = warsawDay()
    const list = listQuery(ctx, { sort: PUPIL_SORTS, filters: PUPIL_FILTERS })
    const rows = await pupilRows({
      ...list,
      day: date,
      sight: await sightOf(beholder(ctx), date),
      personId: await personAsked(list.q),
    })
    await logReading(ctx, {
      action: 'export',
      object: 'secretariat_pupils',
      details: { rows: rows.length, ...list.filters },
    })
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows,
      columns: columns(ctx),
      unit: ctx.place!.slug,
      name: ctx.i18n.t('secretariat.pupils.title'),
      date,
    })
  }
}

function columns({ i18n }: HttpContext): ExportColumn<PupilListRow>[] {
  const title = (column: string) => i18n.t(`secretariat.field.${column}`)
  return [
    { title: title('surname'), value: (row) => row.surname, width: 24 },
    { title: title('given_names'), value: (row) => row.given_names, width: 20 },
    { title: title('second_name'), value: (row) => row.second_name },
    { title: title('section'), value: (row) => row.sections },
    { title: title('roll_number'), type: 'integer', value: (row) => row.roll_number },
    { title: title('birth_date'), type: 'date', value: (row) => row.birth_date },
    { title: title('guardians'), value: (row) => row.guardians, width: 36 },
    { title: title('status'), value: (row) => row.status && i18n.t(`secretariat.status.${row.status}`) },
  ]
}
