import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { logReading } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import { eventsAsked } from '#ops/controllers/events_asked'
import { eventKey, eventRows, type EventRow, type EventsAsked } from '#ops/queries/event_list'
import { scopedKnex } from '#ops/queries/scoped'

/** A file of more is no longer read by anybody. */
const MOST = 50_000
const AT_ONCE = 2000

/** What is filtered, as a file; the trail says who took it. */
export default class EventExportsController {
  async show(ctx: HttpContext) {
    const asked = eventsAsked(ctx)
    const { q, severity, type, unit, device } = asked
    await logReading(ctx, {
      ...{ action: 'export', object: 'ops-console.events' },
      details: { q, severity, type, unit, device, from: asked.from, to: asked.to, people: asked.people },
    })
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: everything(asked),
      columns: columns(ctx),
      unit: ctx.place!.tenant?.slug ?? null,
      name: ctx.i18n.t('ops-console.events.title'),
      date: warsawDay(),
    })
  }
}

async function* everything(asked: EventsAsked): AsyncGenerator<EventRow> {
  let before: ReturnType<typeof eventKey> = null
  for (let sent = 0; sent < MOST; sent += AT_ONCE) {
    const rows: EventRow[] = await eventRows(scopedKnex(), asked, AT_ONCE, { before })
    yield* rows
    if (rows.length < AT_ONCE) return
    before = eventKey(rows.at(-1)!.key)
  }
}

function columns({ i18n, place }: HttpContext): ExportColumn<EventRow>[] {
  const title = (field: string) => i18n.t(`ops-console.events.${field}`)
  const severity = ({ severity: level }: EventRow) =>
    level === null ? '' : i18n.t(`ops-console.events.severity.${level}`)
  const always: ExportColumn<EventRow>[] = [
    { title: title('received_at'), type: 'datetime', value: (row) => row.receivedAt },
    { title: title('device_at'), type: 'datetime', value: (row) => row.deviceAt },
    { title: title('skew'), value: (row) => row.skewS },
    { title: title('severity'), value: severity },
    { title: title('unit'), value: (row) => row.shortName },
    { title: title('device'), value: (row) => row.deviceKey },
    { title: title('type'), value: (row) => row.type },
    { title: title('subtype'), value: (row) => row.subtype },
    { title: title('message'), value: (row) => row.message, width: 80 },
  ]
  if (place!.tenant) return always
  return [
    ...always,
    { title: title('source'), value: (row) => row.source },
    { title: title('serial'), value: (row) => row.serial },
  ]
}
