import type { HttpContext } from '@adonisjs/core/http'
import { roleRank } from '../../access/roles.ts'
import { page } from '../../http/page.ts'
import { isFamilyRole } from '../family_home.ts'
import { homePage } from '../home_page.ts'

export default class HomeController {
  /**
   * Where the person's highest role is, the city before units; who is nothing but parent or pupil sees all children at
   * once. Friendly words for who has no role yet.
   */
  start(ctx: HttpContext) {
    const places = ctx.identity!.places()
    if (places.length && places.every(({ roles }) => roles.every(isFamilyRole)))
      return ctx.response.redirect('/family')
    const [first] = places.sort((a, b) => roleRank(a.roles[0]!) - roleRank(b.roles[0]!))
    return first ? ctx.response.redirect(`/${first.slug}`) : page(ctx, 'core/home/nowhere')
  }

  async show(ctx: HttpContext) {
    return page(ctx, 'core/home/unit', await homePage(ctx))
  }
}
