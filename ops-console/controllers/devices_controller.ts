import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, page } from '@unia/platform/http'
import { deviceOf } from '#ops/controllers/device_of'
import { instantOf } from '#ops/controllers/series_asked'
import { metricsDrawn } from '#ops/health/chart_sets'
import { compared } from '#ops/history/charts'
import type { DevicePlace } from '#ops/history/place'
import { sampleRange } from '#ops/history/range'
import { devicePage } from '#ops/queries/device_page'
import { isFreeRange, isRange, RANGES, type RangeName } from '#ops/queries/ranges'
import { scopedKnex } from '#ops/queries/scoped'

/** One device, in the city or in its unit. Another unit's device is not found. */
export default class DevicesController {
  async show(ctx: HttpContext) {
    const place = await deviceOf(ctx)
    const whole = await devicePage(scopedKnex(), place)
    if (!whole) throw new NotFound()
    const range = freeRange(ctx) ? null : rangeOf(ctx)
    const window = freeRange(ctx) ?? backFromNow(rangeOf(ctx))
    const week = ctx.request.qs().compare === 'week'
    const metrics = metricsDrawn(whole.device.kind)
    const city = ctx.place!.tenant === null
    return page(ctx, 'ops-console/device', {
      ...whole,
      // The management address is the IT department's business.
      inventory: { ...whole.inventory, host: city ? whole.inventory.host : null },
      range,
      series: await compared(scopedKnex(), place, metrics, { ...window, week }),
      base: `/${ctx.place!.slug}/ops-console`,
      city,
    })
  }

  /** Points of the charts alone, for a page that stays open. */
  async samples(ctx: HttpContext) {
    const range = rangeOf(ctx)
    ctx.response.header('Cache-Control', 'no-store')
    return { range, ...(await samplesOf(await deviceOf(ctx), range)) }
  }
}

function rangeOf(ctx: HttpContext): RangeName {
  const asked: unknown = ctx.request.qs().range
  return isRange(asked) ? asked : '1h'
}

/** `?from=&to=` of a page; an address that makes no sense shows the usual range instead. */
function freeRange({ request }: HttpContext) {
  const [from, to] = [instantOf(request.qs().from), instantOf(request.qs().to)]
  return from && to && isFreeRange(from, to) ? { from, to } : null
}

function backFromNow(range: RangeName) {
  const to = new Date()
  return { from: new Date(to.getTime() - RANGES[range]), to }
}

async function samplesOf(place: DevicePlace, range: RangeName) {
  const { from, to } = backFromNow(range)
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    points: await sampleRange(scopedKnex(), place, from, to),
  }
}
