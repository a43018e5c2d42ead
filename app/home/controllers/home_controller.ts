import type { HttpContext } from '@adonisjs/core/http'
import { page } from '../../http/page.ts'
import { homePage } from '../home_page.ts'

export default class HomeController {
  /** The city for those who work for it, else the person's first unit; friendly words for who has neither yet. */
  start(ctx: HttpContext) {
    const [first] = ctx.identity!.places()
    return first ? ctx.response.redirect(`/${first.slug}`) : page(ctx, 'core/home/nowhere')
  }

  async show(ctx: HttpContext) {
    return page(ctx, 'core/home/unit', await homePage(ctx))
  }
}
