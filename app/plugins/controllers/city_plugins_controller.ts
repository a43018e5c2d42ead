import type { HttpContext } from '@adonisjs/core/http'
import { page } from '../../http/page.ts'
import { cityPluginMatrix } from '../city_plugin_matrix.ts'
import { registry } from '../registry.ts'

/** Plugins of the whole city: where they are on, which are refused and why. */
export default class CityPluginsController {
  async index(ctx: HttpContext) {
    return page(ctx, 'core/plugins/city', {
      ...(await cityPluginMatrix(ctx.i18n)),
      refused: registry.refused.map(({ id, problems }) => ({ id, problems })),
    })
  }
}
