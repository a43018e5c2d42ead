import type { HttpContext } from '@adonisjs/core/http'
import { page } from '@unia/platform/http'
import { scopedKnex } from '#ops/queries/scoped'
import { unitNames } from '#ops/queries/unit_names'
import { unitPlaces } from '#ops/queries/unit_places'
import { snapshot } from '#ops/stream/snapshot'

/** The city's units where they stand; the stream keeps their states up. */
export default class MapController {
  async show(ctx: HttpContext) {
    const knex = scopedKnex()
    return page(ctx, 'ops-console/map', {
      snapshot: await snapshot(knex, 'city'),
      names: await unitNames(knex),
      positions: await unitPlaces(knex),
    })
  }
}
