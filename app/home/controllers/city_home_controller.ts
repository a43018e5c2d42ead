import type { HttpContext } from '@adonisjs/core/http'
import { page } from '../../http/page.ts'
import { cityFigures } from '../city_figures.ts'
import { homePage } from '../home_page.ts'

export default class CityHomeController {
  async show(ctx: HttpContext) {
    return page(ctx, 'core/home/city', { ...(await homePage(ctx)), figures: cityFigures() })
  }
}
