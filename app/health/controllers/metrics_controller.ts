import type { HttpContext } from '@adonisjs/core/http'
import { mayReadMetrics, printMetrics } from '../metrics.ts'

/** For Prometheus and its kin. */
export default class MetricsController {
  async show(ctx: HttpContext) {
    if (!mayReadMetrics(ctx)) return ctx.response.notFound()
    ctx.response.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
    ctx.response.header('Cache-Control', 'no-store')
    return printMetrics(ctx.request.qs())
  }
}
