import type { HttpContext } from '@adonisjs/core/http'
import { listQuery, NotFound, page } from '@unia/platform/http'
import {
  countIncidents,
  INCIDENT_FILTERS,
  INCIDENT_SORTS,
  incidentChecks,
  incidentRows,
  type IncidentAsked,
} from '#ops/queries/incident_list'
import { incidentPage } from '#ops/queries/incident_page'
import { scopedKnex } from '#ops/queries/scoped'
import { recordId } from './record_id.ts'

/** What went wrong in the network, open and over. */
export default class IncidentsController {
  async index(ctx: HttpContext) {
    const knex = scopedKnex()
    const list = listQuery(ctx, { sort: INCIDENT_SORTS, filters: INCIDENT_FILTERS })
    const { q, filters, pageSize } = list
    // Without a wish in the address the newest come first.
    const sort = ctx.request.qs().sort ? list.sort : { by: 'openedAt', direction: 'desc' as const }
    const state = filters.state === 'open' || filters.state === 'closed' ? filters.state : undefined
    const asked: IncidentAsked = { ...filters, state, q, sort }
    return page(ctx, 'ops-console/incidents', {
      rows: await incidentRows(knex, asked, pageSize, list.offset),
      total: await countIncidents(knex, asked),
      open: await countIncidents(knex, { state: 'open' }),
      free: await countIncidents(knex, { owner: 'free' }),
      checks: await incidentChecks(knex),
      page: list.page,
      pageSize,
      may: { manage: ctx.place!.can('ops-console.alarm.manage') },
    })
  }

  async show(ctx: HttpContext) {
    const knex = scopedKnex()
    const found = await incidentPage(knex, recordId(ctx))
    if (!found) throw new NotFound()
    const [row] = await incidentRows(knex, { state: 'open', id: found.incident.id }, 1)
    return page(ctx, 'ops-console/incident', {
      ...found,
      silencedUntil: row?.silencedUntil ?? null,
      may: { manage: ctx.place!.can('ops-console.alarm.manage') },
    })
  }
}
