import type { HttpContext } from '@adonisjs/core/http'
import { page } from '@unia/platform/http'
import { sampleRange } from '#ops/history/range'
import { linkOf } from '#ops/queries/device_page'
import { RANGES } from '#ops/queries/ranges'
import { scopedKnex } from '#ops/queries/scoped'
import { recentTransitions } from '#ops/queries/transitions'
import { unitNotice } from '#ops/queries/unit_notice'
import { snapshot } from '#ops/stream/snapshot'

const TRANSITION_DAYS = 30

/** The network of one building in words for its director. */
export default class BuildingController {
  async show(ctx: HttpContext) {
    const knex = scopedKnex()
    const tenantId = ctx.place!.tenant!.id
    const { devices, collector } = await snapshot(knex, tenantId)
    const to = new Date()
    const from = new Date(to.getTime() - RANGES['24h'])
    const edge = devices.find(({ kind }) => kind === 'edge') ?? devices[0]
    return page(ctx, 'ops-console/building', {
      devices,
      watching: collector.watching,
      notice: await unitNotice(knex, tenantId, to),
      link: await linkOf(knex, tenantId),
      transitions: edge ? await recentTransitions(knex, edge.id, TRANSITION_DAYS) : [],
      samples: {
        from: from.toISOString(),
        to: to.toISOString(),
        points: edge ? await sampleRange(knex, { tenantId, deviceId: edge.id }, from, to) : [],
      },
    })
  }
}
