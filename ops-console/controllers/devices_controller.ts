import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, page } from '@unia/platform/http'
import { sampleRange } from '#ops/history/range'
import { devicePage, findDevice } from '#ops/queries/device_page'
import { isRange, RANGES, type RangeName } from '#ops/queries/ranges'
import { scopedKnex } from '#ops/queries/scoped'

type DevicePlace = { tenantId: number; deviceId: string }

/** One device, in the city or in its unit. Another unit's device is not found. */
export default class DevicesController {
  async show(ctx: HttpContext) {
    const place = await placeOf(ctx)
    const whole = await devicePage(scopedKnex(), place)
    if (!whole) throw new NotFound()
    const range = rangeOf(ctx)
    const city = ctx.place!.tenant === null
    return page(ctx, 'ops-console/device', {
      ...whole,
      // The management address is the IT department's business.
      inventory: { ...whole.inventory, host: city ? whole.inventory.host : null },
      range,
      samples: await samplesOf(place, range),
      base: `/${ctx.place!.slug}/ops-console`,
      city,
    })
  }

  /** Points of the charts alone, for a page that stays open. */
  async samples(ctx: HttpContext) {
    const range = rangeOf(ctx)
    ctx.response.header('Cache-Control', 'no-store')
    return { range, ...(await samplesOf(await placeOf(ctx), range)) }
  }
}

async function placeOf(ctx: HttpContext): Promise<DevicePlace> {
  const place = await findDevice(scopedKnex(), String(ctx.params.id))
  if (!place) throw new NotFound()
  return place
}

function rangeOf(ctx: HttpContext): RangeName {
  const asked: unknown = ctx.request.qs().range
  return isRange(asked) ? asked : '1h'
}

async function samplesOf(place: DevicePlace, range: RangeName) {
  const to = new Date()
  const from = new Date(to.getTime() - RANGES[range])
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    points: await sampleRange(scopedKnex(), place, from, to),
  }
}
