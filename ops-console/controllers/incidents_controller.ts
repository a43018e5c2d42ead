import type { HttpContext } from '@adonisjs/core/http'
import { listQuery, page } from '@unia/platform/http'
import { countIncidents, INCIDENT_SORTS, incidentRows, type IncidentAsked } from '#ops/queries/incident_list'
import { scopedKnex } from '#ops/queries/scoped'

/** What went wrong in the network, open and over. */
export default class IncidentsController {
  async index(ctx: HttpContext) {
    const knex = scopedKnex()
    const {
      page: number,
      pageSize,
      offset,
      ...list
    } = listQuery(ctx, {
      sort: INCIDENT_SORTS,
      filters: ['state', 'severity'],
    })
    // Without a wish in the address the newest come first.
    const sort = ctx.request.qs().sort ? list.sort : { by: 'openedAt', direction: 'desc' as const }
    const asked: IncidentAsked = {
      q: list.q,
      sort,
      state:
        list.filters.state === 'open' || list.filters.state === 'closed' ? list.filters.state : undefined,
      severity: list.filters.severity,
    }
    return page(ctx, 'ops-console/incidents', {
      rows: await incidentRows(knex, asked, pageSize, offset),
      total: await countIncidents(knex, asked),
      open: await countIncidents(knex, { state: 'open' }),
      page: number,
      pageSize,
    })
  }
}
