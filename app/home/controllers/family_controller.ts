import type { HttpContext } from '@adonisjs/core/http'
import { page } from '../../http/page.ts'
import { familyHome } from '../family_home.ts'

export default class FamilyController {
  async show(ctx: HttpContext) {
    return page(ctx, 'core/home/family', { ...(await familyHome(ctx)) })
  }
}
