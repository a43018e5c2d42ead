import type { HttpContext } from '@adonisjs/core/http'
import { search } from '../search.ts'

export default class SearchController {
  async unit(ctx: HttpContext) {
    const { q } = ctx.request.qs() as { q?: unknown }
    return ctx.response.json({ groups: await search(ctx, typeof q === 'string' ? q : '') })
  }

  async city(ctx: HttpContext) {
    return this.unit(ctx)
  }
}
