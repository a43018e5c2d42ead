import type { HttpContext } from '@adonisjs/core/http'
import { roleRank } from '../../access/roles.ts'
import { page } from '../../http/page.ts'
import { homePage } from '../home_page.ts'

export default class HomeController {
  /** Where the person's highest role is, the city before units; friendly words for who has none yet. */
  start(ctx: HttpContext) {
    const [first] = ctx.identity!.places().sort((a, b) => roleRank(a.roles[0]!) - roleRank(b.roles[0]!))
    return first ? ctx.response.redirect(`/${first.slug}`) : page(ctx, 'core/home/nowhere')
  }

  async show(ctx: HttpContext) {
    return page(ctx, 'core/home/unit', await homePage(ctx))
  }
}
