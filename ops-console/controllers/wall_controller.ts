import type { HttpContext } from '@adonisjs/core/http'
import { page } from '@unia/platform/http'
import { incidentRows } from '#ops/queries/incident_list'
import { onCallNow } from '#ops/queries/on_call'
import { scopedKnex } from '#ops/queries/scoped'
import { unitNames } from '#ops/queries/unit_names'
import { snapshot } from '#ops/stream/snapshot'

const SHOWN_INCIDENTS = 60

/** The city's network at one glance; the stream takes over once the page stands. */
export default class WallController {
  async show(ctx: HttpContext) {
    const knex = scopedKnex()
    return page(ctx, 'ops-console/wall', {
      snapshot: await snapshot(knex, 'city'),
      names: await unitNames(knex),
      incidents: await incidentRows(knex, { state: 'open' }, SHOWN_INCIDENTS),
      duty: await onCallNow(knex, new Date()),
      mayManage: ctx.place!.can('ops-console.alarm.manage'),
    })
  }
}
