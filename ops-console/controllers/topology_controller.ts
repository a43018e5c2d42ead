import type { HttpContext } from '@adonisjs/core/http'
import { page } from '@unia/platform/http'
import { scopedKnex } from '#ops/queries/scoped'
import { dependencies, neighbours } from '#ops/queries/topology'
import { unitNames } from '#ops/queries/unit_names'
import { snapshot } from '#ops/stream/snapshot'

/** What hangs on what, from the core down to the workstations. */
export default class TopologyController {
  async show(ctx: HttpContext) {
    const knex = scopedKnex()
    return page(ctx, 'ops-console/topology', {
      snapshot: await snapshot(knex, 'city'),
      names: await unitNames(knex),
      dependencies: await dependencies(knex),
      neighbours: await neighbours(knex),
    })
  }
}
