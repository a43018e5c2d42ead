import type { HttpContext } from '@adonisjs/core/http'
import { listQuery, notice, page, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { assignSource } from '#ops/ingest/assign'
import {
  assignableDevices,
  countQuarantine,
  QUARANTINE_SORTS,
  quarantineRows,
} from '#ops/queries/quarantine_list'
import { scopedKnex } from '#ops/queries/scoped'
import { eventSourceValidator } from '#ops/validators/event_source'

/** Who sends messages without our knowing them, and whose they are. */
export default class EventSourcesController {
  async index(ctx: HttpContext) {
    const knex = scopedKnex()
    const { q, filters, sort, ...paging } = listQuery(ctx, { sort: QUARANTINE_SORTS, filters: ['reason'] })
    const newest = { by: 'lastAt', direction: 'desc' as const }
    const asked = { q, reason: filters.reason, sort: ctx.request.qs().sort ? sort : newest }
    const mayAssign = ctx.place!.can('ops-console.events.assign')
    return page(ctx, 'ops-console/event_sources', {
      rows: await quarantineRows(knex, asked, paging.pageSize, paging.offset),
      total: await countQuarantine(knex, asked),
      ...{ page: paging.page, pageSize: paging.pageSize, mayAssign },
      devices: mayAssign ? await assignableDevices(knex) : [],
    })
  }

  async store(ctx: HttpContext) {
    const { source, serial, deviceId } = await ctx.request.validateUsing(eventSourceValidator)
    const device = await scopedKnex()('ops_console.ops_console_devices')
      .where({ id: deviceId })
      .first('tenant_id')
    if (!device) return refuse(ctx, { deviceId: 'ops-console.event_sources.refused.no_device' })
    const place = { tenantId: device.tenant_id as number, deviceId, source, serial: serial || null }
    const outcome = await act(ctx, place.tenantId, (trx) => assignSource(trx, place))
    if (outcome === 'unknown') return refuse(ctx, { deviceId: 'ops-console.event_sources.refused.unknown' })
    notice(ctx, { tone: 'success', text: 'ops-console.event_sources.assigned' })
    return ctx.response.redirect('/city/ops-console/events/sources')
  }
}
