import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, page } from '@unia/platform/http'
import { eventsAsked, maySeePeople } from '#ops/controllers/events_asked'
import { EVENT_TYPES } from '#ops/domain/event_types'
import { eventDetails, eventKey, eventRows } from '#ops/queries/event_list'
import { scopedKnex } from '#ops/queries/scoped'

const PAGE = 50
const TAIL = 200

/** Syslog messages and traps, searched and followed live; in the city and in a unit. */
export default class EventsController {
  async index(ctx: HttpContext) {
    const knex = scopedKnex()
    const asked = eventsAsked(ctx)
    const before = eventKey(ctx.request.qs().page)
    const found = await eventRows(knex, asked, PAGE + 1, { before })
    const rows = found.slice(0, PAGE)
    return page(ctx, 'ops-console/events', {
      rows,
      older: found.length > PAGE ? rows.at(-1)!.key : null,
      first: before === null,
      ...{ types: EVENT_TYPES, people: asked.people },
      units: ctx.place!.tenant ? [] : await unitChoices(),
      base: `/${ctx.place!.slug}/ops-console`,
    })
  }

  /** What came since; the page asks again and again. `more`: there was more than is sent. */
  async tail(ctx: HttpContext) {
    const after = eventKey(ctx.request.qs().after)
    const rows = await eventRows(scopedKnex(), eventsAsked(ctx), TAIL + 1, { after })
    ctx.response.header('Cache-Control', 'no-store')
    return { rows: rows.slice(0, TAIL), more: rows.length > TAIL }
  }

  async show(ctx: HttpContext) {
    const key = eventKey(ctx.params.id)
    const scope = { tenantId: ctx.place!.tenant?.id ?? null, people: maySeePeople(ctx) }
    const event = key && (await eventDetails(scopedKnex(), key, scope))
    if (!event) throw new NotFound()
    return page(ctx, 'ops-console/event', {
      event,
      people: scope.people,
      base: `/${ctx.place!.slug}/ops-console`,
    })
  }
}

async function unitChoices(): Promise<{ value: string; label: string }[]> {
  const rows = await scopedKnex()('core.tenancy_tenants as t')
    .whereExists((query) =>
      query.from('ops_console.ops_console_devices as d').whereRaw('d.tenant_id = t.id').select('d.id')
    )
    .select('t.slug', 't.short_name')
    .orderByRaw('t.short_name collate "pl-x-icu"')
  return rows.map((row) => ({ value: row.slug, label: row.short_name }))
}
